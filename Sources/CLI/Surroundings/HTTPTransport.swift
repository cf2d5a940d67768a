import AsyncHTTPClient
import NIOCore

/// HTTP/1.1 or 2, over TLS where the URL says so.
final class HTTPTransport: Transport {
    /// Twice what the server's heartbeats take and some, so that a dead connection is noticed.
    private let client = HTTPTransport.client(silence: .seconds(40))
    private let patient = HTTPTransport.client(silence: nil)

    func open(_ request: ClientRequest) async throws -> ClientResponse {
        var outgoing = HTTPClientRequest(url: request.url)
        outgoing.method = .init(rawValue: request.method)
        for (name, value) in request.headers { outgoing.headers.add(name: name, value: value) }
        if let body = request.body { outgoing.body = .bytes(body) }
        let response = try await (request.isEndless ? patient : client)
            .execute(outgoing, timeout: .seconds(30))
        return ClientResponse(
            status: Int(response.status.code),
            contentType: response.headers.first(name: "Content-Type") ?? "",
            body: response.body.map { Array($0.readableBytesView) })
    }

    /// Redirects are not followed: the token is for one server only. A refused connection is
    /// told at once, and not tried again in silence: `APIClient` does that, and knows how often.
    private static func client(silence: TimeAmount?) -> HTTPClient {
        var settings = HTTPClient.Configuration(redirectConfiguration: .disallow)
        settings.timeout = .init(connect: .seconds(10), read: silence)
        settings.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
    }
}
