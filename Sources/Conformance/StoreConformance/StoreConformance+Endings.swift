import Domain
import Testing

extension StoreConformance {
    static let endings: [Self] = [
        Self("a subscription keeps its ends, and is found when the sweep is to look at it") {
            store in
            let now = try await store.read(\.now)
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            try await expect(store, []) { try $0.subscriptionsDue(10) }
            var subscription = world.subscription
            subscription.status = .cancelled
            subscription.paidUntil = now + .seconds(60)
            subscription.endedAt = now
            subscription.graceEndsAt = now + .days(60)
            subscription.sweepAt = now
            try await store.write { [subscription] in try $0.update(subscription) }
            try await expect(store, [subscription]) { try $0.subscriptionsDue(10) }
            try await expect(store, []) { try $0.subscriptionsDue(0) }
            subscription.sweepAt = now + .seconds(1)
            try await store.write { [subscription] in try $0.update(subscription) }
            try await expect(store, []) { try $0.subscriptionsDue(10) }
        },
        Self("those are in grace that have ended and are not purged") { store in
            let worlds = [StoreWorld(1), StoreWorld(2), StoreWorld(3), StoreWorld(4)]
            for (world, status) in zip(worlds, Subscription.Status.allCases) {
                try await store.write { rows in
                    try world.insert(into: rows)
                    var subscription = world.subscription
                    subscription.status = status
                    try rows.update(subscription)
                }
            }
            try await expect(store, [.expired, .cancelled]) {
                try $0.subscriptionsInGrace().map(\.status)
            }
        },
        Self("a notice of one ending is written once") { store in
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            let first = world.notice("notice-1")
            try await expectWritten(store, true) { try $0.insert(first) }
            try await expectWritten(store, false) { try $0.insert(world.notice("notice-2")) }
            var later = world.notice("notice-3")
            later.ending = StoreWorld.start + .seconds(1)
            try await expectWritten(store, true) { [later] in try $0.insert(later) }
            try await expect(store, ["notice-1", "notice-3"]) {
                try $0.notices(of: world.subscription.id).map(\.id.rawValue)
            }
        },
        Self("notices that are due are found, and those that have ended are not") { store in
            let now = try await store.read(\.now)
            let world = StoreWorld()
            var notice = world.notice("notice-1")
            notice.ending = nil
            notice.dueAt = now
            try await store.write { [notice] rows in
                try world.insert(into: rows)
                _ = try rows.insert(notice)
            }
            try await expect(store, [notice]) { try $0.noticesDue(on: .mail, 10) }
            try await expect(store, []) { try $0.noticesDue(on: .mail, 0) }
            try await expect(store, []) { try $0.noticesDue(on: .webhook, 10) }
            try await expect(store, nil) { try $0.nextNoticeAt(on: .mail) }
            notice.attempts = 1
            notice.dueAt = now + .seconds(60)
            try await store.write { [notice] in try $0.update(notice) }
            try await expect(store, []) { try $0.noticesDue(on: .mail, 10) }
            try await expect(store, now + .seconds(60)) { try $0.nextNoticeAt(on: .mail) }
            try await expect(store, nil) { try $0.nextNoticeAt(on: .webhook) }
            notice.state = .delivered
            notice.attempts = 2
            notice.endedAt = now
            try await store.write { [notice] in try $0.update(notice) }
            try await expect(store, nil) { try $0.nextNoticeAt(on: .mail) }
            try await expect(store, notice) { try $0.notice(NoticeID("notice-1")) }
            try await expect(store, [notice]) { try $0.notices(in: .delivered, Page()) }
            try await expect(store, []) { try $0.notices(in: .dead, Page()) }
        },
        Self("a payment system's event is taken once") { store in
            let world = StoreWorld()
            try await store.write { try world.insert(into: $0) }
            let event = PaymentEvent(
                id: "evt-1", kind: .renewed, subscriptionID: world.subscription.id,
                fingerprint: "f", receivedAt: StoreWorld.start)
            try await expectWritten(store, true) { try $0.insert(event) }
            try await expectWritten(store, false) { try $0.insert(event) }
            try await expect(store, event) { try $0.paymentEvent("evt-1") }
        },
    ]

    private static func expectWritten(
        _ store: any Store, _ expected: Bool,
        _ body: @Sendable @escaping (any StoreWriter) throws -> Bool
    ) async throws {
        let written = try await store.write(body)
        #expect(written == expected)
    }
}

extension StoreWorld {
    func notice(_ id: String, _ kind: Notice.Kind = .subscriptionEnded) -> Notice {
        Notice(
            id: NoticeID(id), kind: kind, channel: .mail, recipient: user.email,
            userID: user.id, subscriptionID: subscription.id, ending: Self.start,
            values: ["service": "notes"], dueAt: Self.start, createdAt: Self.start)
    }
}
