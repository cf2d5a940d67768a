import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import TestSupport
import Testing
import Wire

/// Somebody who talks to the server over HTTP.
struct Visitor: Sendable {
    var server: String
    var token: String?
    var client = HTTPClient.shared

    func send(
        _ method: HTTPMethod, _ path: String, _ body: String? = nil,
        _ headers: [String: String] = [:]
    ) async throws -> Reply {
        let response = try await open(method, path, body, headers)
        let bytes = try await response.body.collect(upTo: 4 << 20)
        return Reply(
            status: Int(response.status.code),
            type: response.headers.first(name: "Content-Type"),
            data: Data(bytes.readableBytesView))
    }

    func send(
        _ method: HTTPMethod, _ path: String, json body: some Encodable,
        _ headers: [String: String] = [:]
    ) async throws -> Reply {
        let text = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
        return try await send(method, path, text, headers)
    }

    func get<Body: Decodable>(_ path: String, as type: Body.Type = Body.self) async throws -> Body {
        try await send(.GET, path).read()
    }

    /// The head of an answer whose body goes on.
    func open(
        _ method: HTTPMethod, _ path: String, _ body: String? = nil,
        _ headers: [String: String] = [:]
    ) async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: "\(server)/api/v1/\(path)")
        request.method = method
        if let token { request.headers.add(name: "Authorization", value: "Bearer \(token)") }
        for (name, value) in headers { request.headers.add(name: name, value: value) }
        request.body = body.map { .bytes(ByteBuffer(string: $0)) }
        return try await client.execute(request, timeout: .seconds(90))
    }

    func loggedIn(email: String, password: String) async throws -> Visitor {
        let login: LoginReply = try await send(
            .POST, "auth/login", json: LoginBody(email: email, password: password)
        ).read()
        return Visitor(server: server, token: login.accessToken, client: client)
    }
}
