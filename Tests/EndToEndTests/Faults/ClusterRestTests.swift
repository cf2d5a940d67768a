import Foundation
import TestSupport
import Testing
import Wire

/// When all is as it should be, Holdfast only looks.
@Suite(.needsControllers, .inInstall(within: .seconds(300)))
struct ClusterRestTests {
    private static let looks = 10

    @Test func nothingIsWrittenAtRest() async throws {
        try await Stage.with(["--look-interval", "200ms"]) { stage in
            let first = stage.subject
            try await stage.do(.subscribe)
            try await stage.do(.subscribe)
            try await stage.do(.stop)
            try await stage.expectAccounted("before it rests")
            let services = [first.instance.id, stage.subject.instance.id]
            // What was begun before is done with.
            let begun = try await stage.await(looks: 2, at: services, after: 0)
            let ended = try await stage.await(looks: Self.looks, at: services, after: begun)
            let writes = stage.proxy.requests[begun..<ended].filter(\.isWrite)
            #expect(writes.map { "\($0.method) \($0.path)" } == [])
        }
    }
}

extension Stage {
    /// Waits until each of the services was looked at so often after so many requests, and so was
    /// everything that there is.
    ///
    /// - Returns: How many requests there were by then.
    fileprivate func await(
        looks: Int, at services: [String], after requests: Int
    ) async throws -> Int {
        let start = max(requests, proxy.requests.count)
        return try await eventually("They are not looked at.") {
            let asked = proxy.requests
            let lists = asked[start...].filter { $0.path.hasSuffix("/statefulsets") && !$0.isWatch }
            let selectors = lists.map { $0.query["labelSelector"] ?? "" }
            let whole = selectors.count { !$0.contains("holdfast/instance") }
            let each = services.map { id in selectors.count { $0.hasSuffix("=\(id)") } }
            return min(whole, each.min() ?? 0) >= looks ? asked.count : nil
        }
    }
}
