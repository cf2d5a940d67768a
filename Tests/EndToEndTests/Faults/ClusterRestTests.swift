import Foundation
import RealWorld
import TestSupport
import Testing
import Wire

/// When all is as it should be, Holdfast only looks.
@Suite(.needsControllers, .inInstall(within: .seconds(300)))
struct ClusterRestTests {
    private static let looks = 10
    private static let interval = Duration.milliseconds(200)

    @Test func nothingIsWrittenAtRest() async throws {
        try await Stage.with(["--look-interval", "200ms"]) { stage in
            let first = stage.subject.instance
            try await stage.do(.subscribe)
            let second = stage.subject.instance
            try await stage.do(.subscribe)
            try await stage.do(.stop)
            try await stage.expectAccounted("before it rests")
            let services = [first.id, second.id, stage.subject.instance.id]
            // What begins anew remembers nothing, and looks at everything; that it has begun, it
            // tells the cluster once.
            let starts = stage.proxy.requests.count
            for _ in 1...Self.looks {
                await stage.server.run.kill()
                let start = stage.proxy.requests.count
                try await stage.comeBack()
                try await stage.awaitLook(at: services, after: start)
            }
            let rest = stage.proxy.requests.count
            let told = stage.writes(starts..<rest)
            #expect(Set(told.map { $0.suffix(17) }) == ["/configmaps/epoch"])
            #expect(told.count == Self.looks)
            // Nothing tells of looks that ask for nothing, because all is known by then.
            try await Task.sleep(for: Self.interval * Self.looks)
            #expect(stage.writes(rest..<stage.proxy.requests.count) == [])
        }
    }
}

extension Stage {
    fileprivate func writes(_ span: Range<Int>) -> [String] {
        proxy.requests[span].filter(\.isWrite).map { "\($0.method) \($0.path)" }
    }

    /// Waits until, after so many requests, each of the services was looked at, and the
    /// cluster has been told.
    fileprivate func awaitLook(at services: [String], after requests: Int) async throws {
        _ = try await eventually("They are not looked at.") {
            let lists = proxy.requests[requests...].filter {
                $0.path.hasSuffix("/statefulsets") && !$0.isWatch
            }
            let selectors = lists.map { $0.query["labelSelector"] ?? "" }
            let isTold = proxy.requests[requests...].contains(where: \.isWrite)
            return isTold
                && services.allSatisfy { id in selectors.contains { $0.hasSuffix("=\(id)") } }
                ? true : nil
        }
    }
}
