import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Wire

/// A server on a socket, as its clients see it.
struct LiveServer: Sendable {
    let port: Int
    let group: ServiceGroup

    func send(
        _ method: HTTPMethod, _ path: String, _ token: String?, body: String? = nil,
        _ headers: [String: String] = [:]
    ) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)/api/v1/\(path)")
        request.method = method
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = body.map { .bytes(ByteBuffer(string: $0)) }
        return try await HTTPClient.shared.execute(request, timeout: .seconds(30))
    }

    func subscribe(_ token: String) async throws -> OperationReply {
        let answer = try await send(.POST, "subscriptions", token, body: Client.notes)
        let body = try await answer.body.collect(upTo: 1 << 20)
        return try JSONDecoder().decode(
            OperationReply.self, from: Data(body.readableBytesView))
    }

    func open(_ path: String, _ token: String) async throws -> EventReader {
        EventReader(body: try await send(.GET, path, token).body.makeAsyncIterator())
    }
}
