import FoundationEssentials
import Wire

/// The server's API: requests, and answers or failures.
struct APIClient: Sendable {
    let server: String
    let transport: any Transport
    let file: CredentialFile
    /// From the environment; goes before whatever was saved.
    let givenToken: String?
    let newKey: @Sendable () -> String

    func get<Reply: Decodable & Sendable>(
        _ path: String, _ query: [(String, String)] = []
    ) async throws -> Answer<Reply> {
        try Answer(try await bytes(request("GET", path, query)))
    }

    /// Every piece of a list, as one.
    func all<Item: Codable & Equatable & Sendable>(
        _ path: String, _ query: [(String, String)] = []
    ) async throws -> Answer<[Item]> {
        var items: [Item] = []
        var json: [JSONValue] = []
        var next: String?
        repeat {
            let cursor = next.map { [("after", $0)] } ?? []
            let page: Answer<PageReply<Item>> = try await get(
                path, query + [("limit", "200")] + cursor)
            items += page.value.items
            if case .array(let list) = page.json["items"] { json += list }
            next = page.value.next
        } while next != nil
        return Answer(value: items, json: .object(["items": .array(json)]))
    }

    /// A request that changes something and is answered with what it made of it.
    func send<Reply: Decodable & Sendable>(
        _ method: String, _ path: String, _ body: some Encodable
    ) async throws -> Answer<Reply> {
        try Answer(try await bytes(changing(method, path, body)))
    }

    /// A request that changes something and is answered with nothing.
    func send(_ method: String, _ path: String, _ body: some Encodable) async throws {
        _ = try await bytes(changing(method, path, body))
    }

    func delete(_ path: String) async throws {
        var request = request("DELETE", path)
        request.headers["Idempotency-Key"] = newKey()
        _ = try await bytes(request)
    }

    /// An answer that is read as it comes; the caller makes sure of its kind.
    func stream(
        _ path: String, _ query: [(String, String)] = [], headers: [String: String] = [:],
        isEndless: Bool = false
    ) async throws -> ClientResponse {
        var request = request("GET", path, query)
        request.headers.merge(headers) { $1 }
        request.isEndless = isEndless
        let (status, response) = try await authorized(request) { request in
            let response = try await reach { try await transport.open(request) }
            return (response.status, response)
        }
        guard (200..<300).contains(status) else {
            throw failure(status, try await reach { try await response.collect() })
        }
        return response
    }

    private func bytes(_ request: ClientRequest) async throws -> [UInt8] {
        let (status, bytes) = try await authorized(request, deliver)
        guard (200..<300).contains(status) else { throw failure(status, bytes) }
        return bytes
    }

    private func request(
        _ method: String, _ path: String, _ query: [(String, String)] = []
    ) -> ClientRequest {
        let pairs = query.map { "\($0.escaped)=\($1.escaped)" }
        let tail = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        return ClientRequest(
            method: method, url: "\(server)/api/v1/\(path)\(tail)",
            headers: ["Accept": "application/json", "User-Agent": "holdfast-cli"])
    }

    func changing(
        _ method: String, _ path: String, _ body: some Encodable
    ) throws -> ClientRequest {
        var request = request(method, path)
        request.headers["Content-Type"] = "application/json"
        request.headers["Idempotency-Key"] = newKey()
        request.body = Array(try JSONEncoder().encode(body))
        return request
    }
}

extension String {
    /// As one part of a path or a query, whatever is in it.
    var escaped: String {
        utf8.map { byte in
            let character = Character(Unicode.Scalar(byte))
            let isPlain = byte < 128 && (character.isLetter || character.isNumber)
            if isPlain || "-._~".contains(character) { return String(character) }
            let hex = String(byte, radix: 16, uppercase: true)
            return hex.count == 1 ? "%0\(hex)" : "%\(hex)"
        }.joined()
    }
}
