import Credentials
import Domain
import Foundation
import Hummingbird
import HummingbirdTesting
import Synchronization
import TestSupport
import Testing

@testable import Notifications

/// Webhooks to a real HTTP server.
@Suite(.timeLimit(.minutes(5))) struct WebhookTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    struct Received: Sendable {
        var path: String
        var headers: [String: String]
        var body: Data
    }

    private static let notice = Notice(
        id: NoticeID("notice-1"), kind: .purgeIn7Days, channel: .webhook, recipient: "",
        values: ["service": "isso", "graceEndsAt": "2026-02-07T09:30:00.000Z"],
        dueAt: Instant(milliseconds: 0), createdAt: Instant(milliseconds: 1_769_851_800_000))

    /// Sends the notice to a server that answers `status`; `nil` never answers.
    private func send(
        _ status: Int?, times: Int = 1, limit: Duration = .seconds(30),
        clock: ManualClock = ManualClock()
    ) async throws -> (failures: [DeliveryFailure?], received: [Received]) {
        let received = Box()
        let router = Router()
        router.post("hook") { request, _ -> Response in
            let body = try await request.body.collect(upTo: 1 << 16)
            received.add(request, Data(body.readableBytesView))
            guard let status else {
                await received.hold()
                return Response(status: .ok)
            }
            return Response(
                status: .init(code: status), headers: [.location: "/hook"],
                body: .init(byteBuffer: .init(string: String(repeating: "x", count: 100_000))))
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)))
        let failures = try await application.test(.live) { client in
            let port = try #require(client.port)
            defer { received.letGo() }
            return try await Self.deliver(
                to: "http://127.0.0.1:\(port)/hook", times, limit, clock)
        }
        return (failures, received.all)
    }

    private static func deliver(
        to url: String, _ times: Int = 1, _ limit: Duration = .seconds(30),
        _ clock: ManualClock = ManualClock()
    ) async throws -> [DeliveryFailure?] {
        let signature = try WebhookSignature(secret: secret)
        var settings = WebhookSettings(url: url) {
            signature.sign(id: $0, timestamp: $1, body: $2)
        }
        settings.limit = limit
        let room = Mailroom(mail: nil, webhook: WebhookSender(settings, clock: clock))
        var failures: [DeliveryFailure?] = []
        for _ in 1...times {
            do throws(DeliveryFailure) {
                try await room.deliver(notice)
                failures.append(nil)
            } catch { failures.append(error) }
            clock.advance(by: .seconds(10))
        }
        await room.close()
        return failures
    }

    @Test func aNoticeIsSentSignedAndWhole() async throws {
        let clock = ManualClock()
        let start = clock.now()
        let (failures, received) = try await send(204, times: 2, clock: clock)
        #expect(failures == [nil, nil])
        try #require(received.count == 2)
        let signature = try WebhookSignature(secret: Self.secret)
        for (index, one) in received.enumerated() {
            #expect(one.headers["content-type"] == "application/json")
            #expect(one.headers["webhook-id"] == "notice-1")
            let now = start + .seconds(10 * index)
            #expect(one.headers["webhook-timestamp"] == "\(now.milliseconds / 1000)")
            try signature.verify(
                id: one.headers["webhook-id"] ?? "",
                timestamp: one.headers["webhook-timestamp"] ?? "",
                signatures: one.headers["webhook-signature"] ?? "", body: one.body, now: now)
            #expect(
                String(decoding: one.body, as: UTF8.self) == """
                    {"createdAt":"2026-01-31T09:30:00.000Z",\
                    "data":{"graceEndsAt":"2026-02-07T09:30:00.000Z","service":"isso"},\
                    "id":"notice-1","type":"purge-in-7-days"}
                    """)
        }
    }

    @Test(arguments: [200, 201, 202, 204, 299]) func theseAreDelivered(_ status: Int) {
        #expect(WebhookSender.failure(status) == nil)
    }

    @Test(arguments: [400, 401, 403, 404, 410, 422, 499]) func theseAreGivenUp(_ status: Int) {
        #expect(WebhookSender.failure(status)?.isTemporary == false)
        #expect(WebhookSender.failure(status)?.message.contains("\(status)") == true)
    }

    @Test(arguments: [301, 302, 308, 408, 425, 429, 500, 502, 503, 599])
    func theseAreTriedAgain(_ status: Int) {
        #expect(WebhookSender.failure(status)?.isTemporary == true)
        #expect(WebhookSender.failure(status)?.message.contains("\(status)") == true)
    }

    @Test func aRefusalAndARedirectAreSeenOverTheWire() async throws {
        #expect(try await send(410).failures[0]?.isTemporary == false)
        let moved = try await send(307)
        #expect(moved.failures[0]?.isTemporary == true)
        #expect(moved.received.count == 1, "a redirect is not followed")
    }

    @Test func aServerThatSaysNothingHoldsNobodyUp() async throws {
        let (failures, _) = try await send(nil, limit: .milliseconds(300))
        #expect(failures == [.later("The webhook's address does not answer: it takes too long.")])
    }

    @Test func aServerThatIsNotThereIsTriedAgainAndItsAddressNotTold() async throws {
        let failures = try await Self.deliver(
            to: "http://127.0.0.1:1/very-secret", 1, .seconds(2))
        #expect(failures[0]?.isTemporary == true)
        #expect(failures[0]?.message.contains("very-secret") == false)
    }

    @Test func whatIsNotSetUpWaits() async {
        let room = Mailroom(mail: nil, webhook: nil)
        #expect(room.channels == [])
        await #expect(throws: DeliveryFailure.later("No webhook is set up.")) {
            try await room.deliver(Self.notice)
        }
    }

    @Test(arguments: [
        ("https://billing.example.org/holdfast", true), ("http://127.0.0.1:8080", true),
        ("billing.example.org", false), ("ftp://example.org", false), ("https://", false),
        ("https://me:secret@example.org", false), ("", false),
    ])
    func addressesAreChecked(_ url: String, _ isGood: Bool) {
        #expect(WebhookSettings.isAddress(url) == isGood)
    }
}

/// What a server was sent.
private final class Box: Sendable {
    private let kept = Mutex<[WebhookTests.Received]>([])

    /// Ends once nobody waits for an answer any more.
    private let (waiting, waiter) = AsyncStream.makeStream(of: Void.self)

    var all: [WebhookTests.Received] { kept.withLock(\.self) }

    func hold() async { for await _ in waiting {} }

    func letGo() { waiter.finish() }

    func add(_ request: Request, _ body: Data) {
        let headers = request.headers.map { ($0.name.canonicalName, $0.value) }
        kept.withLock {
            $0.append(
                WebhookTests.Received(
                    path: request.uri.path, headers: Dictionary(headers) { $1 }, body: body))
        }
    }
}
