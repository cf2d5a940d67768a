import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import Testing
import Wire

/// Sends requests to the router, as one user or as nobody.
struct Client: Sendable {
    let transport: any TestClientProtocol
    var token: String?

    func with(_ token: String?) -> Client { Client(transport: transport, token: token) }

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await send(.get, path, headers)
    }

    func post(
        _ path: String, _ body: String? = nil, _ headers: [String: String] = [:]
    ) async throws -> Answer {
        try await send(.post, path, headers, body)
    }

    /// - Parameter path: Behind `/api/v1`, unless it begins with another root.
    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: [String: String] = [:],
        _ body: String? = nil
    ) async throws -> Answer {
        var fields = HTTPFields()
        if let token { fields[.authorization] = "Bearer \(token)" }
        for (name, value) in headers {
            guard let name = HTTPFields.Element.Name(name) else { continue }
            fields[name] = value
        }
        let response = try await transport.executeRequest(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
        let answer = Answer(response)
        let surprises = try ContractCheck.shared.get()
            .complaints(about: answer, to: method, path)
        #expect(surprises == [], "The OpenAPI document does not foretell this.")
        return answer
    }

    /// Subscribes to the notes, and answers the operation that makes them.
    func subscribe(_ headers: [String: String] = [:]) async throws -> OperationReply {
        let answer = try await post("/api/v1/subscriptions", Self.notes, headers)
        return try answer.decoded()
    }

    static let notes = #"{"service":"notes","variant":"Basic"}"#
}
