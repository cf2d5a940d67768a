import AsyncHTTPClient
import NIOCore
import RealWorld
import TestSupport
import Testing

/// Each fault does to a request what it says, on a real API server.
@Suite(.needsControlPlane, .timeLimit(.minutes(2)))
struct FaultProxyTests {
    /// A fault, and what comes of a request to make an object.
    struct Case: Sendable, CustomTestStringConvertible {
        var fault: Fault?
        /// `nil` where the connection breaks.
        var status: Int?
        var isMade: Bool
        var testDescription: String

        static let all = [
            Case(fault: nil, status: 201, isMade: true, testDescription: "passed"),
            Case(fault: .neverSent, isMade: false, testDescription: "dropped"),
            Case(fault: .answerLost(), isMade: true, testDescription: "lost"),
            Case(
                fault: .delayed(.milliseconds(20)), status: 201, isMade: true,
                testDescription: "late"),
            Case(fault: .sentTwice, status: 409, isMade: true, testDescription: "twice"),
            Case(fault: .truncated, isMade: true, testDescription: "cut"),
            Case(fault: .refused(500), status: 500, isMade: false, testDescription: "refused"),
        ]
    }

    @Test(arguments: Case.all)
    func doesWhatItSays(_ wanted: Case) async throws {
        let plane = try await ControlPlaneProcess.shared()
        let name = "fault-\(wanted.testDescription)"
        try await FaultProxy.with(before: plane) { proxy in
            proxy.follow { $0.isWrite ? wanted.fault : nil }
            let status = try? await make(name, through: proxy)
            #expect(status == wanted.status)
            let found = try await plane.ask(ModelRequest("GET", "\(Self.place)/\(name)"))
            #expect(found.isSuccess == wanted.isMade)
            #expect(proxy.requests.map(\.method) == ["POST"])
        }
    }

    @Test func saysWhenToComeBack() async throws {
        let plane = try await ControlPlaneProcess.shared()
        try await FaultProxy.with(before: plane) { proxy in
            proxy.follow { _ in .refused(429, retryAfter: 7) }
            let answer = try await HTTPClient.shared.execute(
                request("/version", through: proxy), timeout: .seconds(30))
            #expect(answer.status == .tooManyRequests)
            #expect(answer.headers.first(name: "Retry-After") == "7")
        }
    }

    @Test func cutsWhatAWatchHears() async throws {
        let plane = try await ControlPlaneProcess.shared()
        try await FaultProxy.with(before: plane) { proxy in
            proxy.follow { $0.isWatch ? .truncated : nil }
            let watch = request("/api/v1/namespaces?watch=true", through: proxy)
            let answer = try await HTTPClient.shared.execute(watch, timeout: .seconds(30))
            var heard = ByteBuffer()
            await #expect(throws: (any Error).self) {
                for try await var piece in answer.body { heard.writeBuffer(&piece) }
            }
            #expect(heard.readableBytes > 0 && !String(buffer: heard).hasSuffix("\n"))
        }
    }

    private static let place = "/api/v1/namespaces/default/configmaps"

    /// - Returns: The status of the answer, once all of it is there.
    private func make(_ name: String, through proxy: FaultProxy) async throws -> Int {
        var request = request(Self.place, through: proxy)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(ByteBuffer(string: #"{"metadata": {"name": "\#(name)"}}"#))
        let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(30))
        _ = try await answer.body.collect(upTo: 1 << 20)
        return Int(answer.status.code)
    }

    private func request(_ target: String, through proxy: FaultProxy) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: proxy.url + target)
        request.headers.add(name: "Authorization", value: "Bearer model-admin")
        return request
    }
}
