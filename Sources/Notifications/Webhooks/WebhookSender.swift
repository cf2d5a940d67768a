import AsyncHTTPClient
package import Domain
import FoundationEssentials
import NIOCore

/// Sends notices as webhooks, after the convention Standard Webhooks
/// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
package struct WebhookSender: Sendable {
    private let settings: WebhookSettings
    private let clock: any WallClock
    private let client: HTTPClient

    package init(_ settings: WebhookSettings, clock: any WallClock) {
        self.settings = settings
        self.clock = clock
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10), read: .seconds(30)))
        configuration.connectionPool.idleTimeout = .seconds(30)
        client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    func send(_ notice: Notice) async throws(DeliveryFailure) {
        let status: Int
        do {
            let limit = TimeAmount(settings.limit)
            status = Int(try await client.execute(request(notice), timeout: limit).status.code)
        } catch {
            throw .later("The webhook's address does not answer: \(Self.words(error))")
        }
        if let failure = Self.failure(status) { throw failure }
    }

    func close() async { try? await client.shutdown() }

    private func request(_ notice: Notice) throws -> HTTPClientRequest {
        let body = try WebhookBody(notice).json
        let timestamp = clock.now().milliseconds / 1000
        let id = notice.id.rawValue
        var request = HTTPClientRequest(url: settings.url)
        request.method = .POST
        request.headers = [
            "Content-Type": "application/json", "User-Agent": "holdfast", "webhook-id": id,
            "webhook-timestamp": "\(timestamp)",
            "webhook-signature": settings.sign(id, timestamp, body),
        ]
        request.body = .bytes(ByteBuffer(bytes: body))
        return request
    }

    /// What comes of an answer with this status; `nil` where it was taken over.
    static func failure(_ status: Int) -> DeliveryFailure? {
        switch status {
        case 200..<300: return nil
        case 300..<400:
            return .later("The webhook's address answers \(status); redirects are not followed.")
        case 408, 425, 429: return .later("The webhook's address answers \(status).")
        case 410: return .never("The webhook's address is gone (410).")
        case 400..<500: return .never("The webhook's address refuses it (\(status)).")
        default: return .later("The webhook's address answers \(status).")
        }
    }

    /// Without the address, which may hold secrets.
    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as HTTPClientError where timeouts.contains(error): "it takes too long."
        case is CancellationError: "it was broken off."
        default: "\(error)"
        }
    }

    private static let timeouts: [HTTPClientError] = [
        .deadlineExceeded, .readTimeout, .writeTimeout, .connectTimeout,
    ]
}
