import Synchronization
import Testing

@testable import CLI

/// Answers requests from a script, in order, and remembers them.
final class StubTransport: Transport {
    enum Reply: Sendable {
        case json(Int, String)
        case stream([String], type: String, breaks: Bool)
        case broken
        /// Keeps the client waiting until it gives up.
        case silence
        /// Something else happens before this answer comes.
        indirect case after(@Sendable () throws -> Void, Reply)

        static func events(_ chunks: String..., breaks: Bool = false) -> Self {
            .stream(chunks, type: "text/event-stream", breaks: breaks)
        }
    }

    struct Broken: Error {}

    private let state: Mutex<(script: [Reply], requests: [ClientRequest])>

    init(_ script: [Reply]) { state = Mutex((script, [])) }

    var requests: [ClientRequest] { state.withLock { $0.requests } }
    /// What was not asked for.
    var rest: Int { state.withLock { $0.script.count } }

    func open(_ request: ClientRequest) async throws -> ClientResponse {
        let reply = state.withLock { state in
            state.requests.append(request)
            return state.script.isEmpty ? nil : state.script.removeFirst()
        }
        if case .silence = reply { try await Task.sleep(for: .seconds(3600)) }
        return try answer(
            #require(reply, "nothing is left to answer \(request.method) \(request.url)"))
    }

    private func answer(_ reply: Reply) throws -> ClientResponse {
        switch reply {
        case .broken, .silence: throw Broken()
        case .after(let event, let reply):
            try event()
            return try answer(reply)
        case .json(let status, let text):
            let type = status < 400 ? "application/json" : "application/problem+json"
            return ClientResponse(status: status, contentType: type, body: Self.body([text]))
        case .stream(let chunks, let type, let breaks):
            return ClientResponse(
                status: 200, contentType: type, body: Self.body(chunks, breaks: breaks))
        }
    }

    func words(for error: any Error) -> String {
        error is Broken ? "The connection broke." : "\(error)"
    }

    private static func body(
        _ chunks: [String], breaks: Bool = false
    ) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { continuation in
            for chunk in chunks { continuation.yield(Array(chunk.utf8)) }
            continuation.finish(throwing: breaks ? Broken() : nil)
        }
    }
}
