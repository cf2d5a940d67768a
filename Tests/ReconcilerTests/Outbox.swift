import Domain
import Logging
import Reconciler
import StoreSQLite
import TestSupport

/// The production's store and courier around a notifier that does as a test says.
struct Outbox {
    let clock = ManualClock()
    let store: StubbornStore
    let notifier = ScriptedNotifier()
    let log = LogCapture()

    init() async throws {
        store = StubbornStore(try await SQLiteStore.temporary(clock: clock))
    }

    func courier(
        channels: Set<Notice.Channel> = [.mail, .webhook], atOnce: Int = 4
    ) -> Courier {
        Courier(
            store: store, notifier: notifier, clock: clock, randomness: SeededRandomness(),
            settings: CourierSettings(
                channels: channels,
                policy: DeliveryPolicy(longest: .seconds(3600), patience: .days(7)),
                atOnce: atOnce),
            logger: log.logger)
    }

    /// Lets a courier work while `body` runs; what is under way then is broken off, as when the
    /// program ends.
    func whileCarrying(
        channels: Set<Notice.Channel> = [.mail, .webhook], atOnce: Int = 4,
        _ body: @Sendable () async throws -> Void
    ) async throws {
        let courier = courier(channels: channels, atOnce: atOnce)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await courier.run() }
            defer { group.cancelAll() }
            try await body()
        }
    }

    func post(
        _ names: String..., channel: Notice.Channel = .mail, in pause: Duration = .zero
    ) async throws {
        let now = clock.now()
        try await store.write { rows in
            for name in names {
                let notice = Notice(
                    id: NoticeID(name), kind: .alert, channel: channel,
                    recipient: channel == .mail ? "anna@example.org" : "",
                    values: ["what": "w", "why": ""], dueAt: now + pause, createdAt: now)
                _ = try rows.insert(notice)
            }
        }
    }

    func notice(_ name: String) async throws -> Notice? {
        try await store.read { try $0.notice(NoticeID(name)) }
    }

    func state(_ name: String) async throws -> Notice.State? { try await notice(name)?.state }

    func audit() async throws -> [AuditEvent] {
        try await store.read { try $0.audit(before: nil, limit: 100) }
    }

    func lines(_ word: String) -> [LogCapture.Line] {
        log.lines.filter { $0.message.contains(word) }
    }

    /// Lets time pass by `step` until it is so.
    func pass(
        _ step: Duration = .zero, until isSo: () async throws -> Bool
    ) async throws {
        while try await !isSo() {
            try Task.checkCancellation()
            if step > .zero { clock.advance(by: step) }
            await Task.yield()
        }
    }
}
