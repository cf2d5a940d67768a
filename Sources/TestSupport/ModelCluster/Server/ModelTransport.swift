package import AsyncHTTPClient
package import KubernetesAPI
import NIOCore
import NIOHTTP1
package import Wire

/// Carries requests to a model of an API server on the spot: no socket, no thread, no clock.
package struct ModelTransport: KubernetesTransport {
    package enum Reply: Sendable {
        case answer(ModelAnswer)
        /// The lines of a watch.
        case events(AsyncThrowingStream<JSONValue, any Error>)
    }

    /// What a connection does instead of answering.
    package enum Trouble: Error {
        /// It breaks.
        case broken
        /// It says nothing for too long.
        case silent

        var error: HTTPClientError {
            switch self {
            case .broken: .remoteConnectionClosed
            case .silent: .deadlineExceeded
            }
        }
    }

    private let ask: @Sendable (ModelRequest) async throws -> Reply

    /// - Parameter ask: Throws `Trouble` where there is no answer.
    package init(_ ask: @Sendable @escaping (ModelRequest) async throws -> Reply) {
        self.ask = ask
    }

    package func send(_ call: Call, as proof: Proof) async throws -> HTTPClientResponse {
        do {
            switch try await ask(ModelRequest(call)) {
            case .answer(let answer): return HTTPClientResponse(answer)
            case .events(let events): return HTTPClientResponse(events)
            }
        } catch let trouble as Trouble {
            throw trouble.error
        }
    }

    package func close() async {}
}

extension ModelRequest {
    init(_ call: Call) {
        self.init(
            call.method.rawValue, call.path, json: call.body?.value, contentType: call.body?.type)
        query = Dictionary(call.query) { first, _ in first }
        agent = "holdfast"
    }
}

extension HTTPClientResponse {
    fileprivate init(_ answer: ModelAnswer) {
        var headers = HTTPHeaders()
        if let seconds = answer.retryAfter { headers.add(name: "Retry-After", value: "\(seconds)") }
        let text =
            switch answer.content {
            case .json(let value): value.compact
            case .text(let text): text
            }
        self.init(
            status: HTTPResponseStatus(statusCode: answer.code), headers: headers,
            body: .bytes(ByteBuffer(string: text)))
    }

    fileprivate init(_ events: AsyncThrowingStream<JSONValue, any Error>) {
        self.init(
            status: .ok,
            body: .stream(
                events.map { ByteBuffer(string: $0.compact + "\n") }))
    }
}
