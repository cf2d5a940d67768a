import AsyncHTTPClient
package import Domain
import FoundationEssentials
import NIOCore
import NIOFoundationCompat
import NIOHTTP1

/// Which pool of connections a request takes, and how long it waits for the head of the answer.
enum Patience {
    case short
    /// Something that takes its time before it answers at all.
    case upTo(Duration)
    /// A stream that may be silent for ever.
    case watch
    /// A stream that is dead after a long silence.
    case feed
}

// Whatever removes something is in this file, because `perform` is private to it: nothing else
// in the program can send a DELETE, and only a ticket leads to a volume.
extension DockerClient {
    /// Destroys the bytes of the ticket's claim for good.
    package func removeVolume(
        under ticket: borrowing DestructionTicket
    ) async throws(DockerError) {
        let path = "/volumes/\(percentEncoded(ticket.claim.rawValue))"
        _ = try await answer(perform(.DELETE, path))
    }

    /// Removes a container that does not run, and its anonymous volumes; named ones stay.
    package func removeContainer(_ id: String) async throws(DockerError) {
        let path = "/containers/\(percentEncoded(id))"
        _ = try await answer(perform(.DELETE, path, query: [("v", "1")]))
    }

    package func removeNetwork(_ name: String) async throws(DockerError) {
        _ = try await answer(perform(.DELETE, "/networks/\(percentEncoded(name))"))
    }

    func get(
        _ path: String, query: [(String, String)] = [], _ patience: Patience = .short
    ) async throws(DockerError) -> HTTPClientResponse {
        try await perform(.GET, path, query: query, patience: patience)
    }

    func post(
        _ path: String, query: [(String, String)] = [], body: (any Encodable)? = nil,
        _ patience: Patience = .short
    ) async throws(DockerError) -> HTTPClientResponse {
        var content: Content?
        if let body {
            guard let bytes = try? JSONEncoder().encode(body) else {
                throw .broken("the request to \(path) cannot be written as JSON")
            }
            content = Content(type: "application/json", bytes: ByteBuffer(bytes: bytes))
        }
        return try await perform(.POST, path, query: query, content: content, patience: patience)
    }

    /// Sends a tar.
    func send(
        tar: [UInt8], by method: Upload, to path: String, query: [(String, String)] = [],
        _ patience: Patience
    ) async throws(DockerError) -> HTTPClientResponse {
        let content = Content(type: "application/x-tar", bytes: ByteBuffer(bytes: tar))
        return try await perform(
            method == .put ? .PUT : .POST, path, query: query, content: content,
            patience: patience)
    }

    enum Upload { case put, post }

    private struct Content {
        var type: String
        var bytes: ByteBuffer
    }

    private func perform(
        _ method: HTTPMethod, _ path: String, query: [(String, String)] = [],
        content: Content? = nil, patience: Patience = .short
    ) async throws(DockerError) -> HTTPClientResponse {
        let prefix = path == "/_ping" ? "" : try await versionPrefix()
        let items = query.map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&")
        var request = HTTPClientRequest(
            url: endpoint.baseURL + prefix + path + (items.isEmpty ? "" : "?" + items))
        request.method = method
        if case .socket = endpoint.address { request.headers.add(name: "Host", value: "docker") }
        if let content {
            request.headers.add(name: "Content-Type", value: content.type)
            request.body = .bytes(content.bytes)
        }
        let response: HTTPClientResponse
        do {
            response = try await execute(request, patience)
        } catch {
            forgetVersion()
            throw DockerError(error, at: endpoint)
        }
        try await refuse(response)
        return response
    }

    private func execute(
        _ request: HTTPClientRequest, _ patience: Patience
    ) async throws -> HTTPClientResponse {
        switch patience {
        case .short: try await requests.execute(request, timeout: .seconds(60))
        case .upTo(let limit):
            try await watches.execute(request, timeout: .milliseconds(limit.milliseconds))
        case .watch: try await watches.execute(request, timeout: .hours(24 * 365))
        case .feed: try await feeds.execute(request, timeout: .minutes(10))
        }
    }

    /// An answer of 400 and above, as an error in the engine's words.
    private func refuse(_ response: HTTPClientResponse) async throws(DockerError) {
        guard response.status.code >= 400 else { return }
        let text = try await answer(response)
        let message = (try? JSONDecoder().decode(Refusal.self, from: text))?.message
        let words = message ?? String(buffer: text).trimmed
        // Another engine took the place of the one that was asked for its version.
        if words.contains("client version") { forgetVersion() }
        throw .refused(
            status: Int(response.status.code),
            message: words.isEmpty ? response.status.reasonPhrase : words)
    }

    private struct Refusal: Decodable { var message: String }
}

extension DockerClient {
    /// The whole of a small answer.
    func answer(_ response: HTTPClientResponse) async throws(DockerError) -> ByteBuffer {
        do {
            return try await response.body.collect(upTo: 64 << 20)
        } catch {
            throw DockerError(error, at: endpoint)
        }
    }

    /// A small answer, read.
    func read<Body: Decodable>(
        _ response: HTTPClientResponse, as type: Body.Type = Body.self
    ) async throws(DockerError) -> Body {
        let bytes = try await answer(response)
        do {
            return try JSONDecoder().decode(Body.self, from: bytes)
        } catch {
            throw .broken("\(error)")
        }
    }
}

extension DockerClient {
    func stream<Decoder: StreamDecoder>(
        _ response: HTTPClientResponse, _ decoder: Decoder
    ) -> DockerStream<Decoder> {
        DockerStream(response.body, decoder, at: endpoint)
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        let head = drop(while: \.isWhitespace)
        return String(head.reversed().drop(while: \.isWhitespace).reversed())
    }
}
