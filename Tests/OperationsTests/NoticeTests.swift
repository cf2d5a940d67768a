import Domain
import Operations
import TestSupport
import Testing

/// What admins see and do of the outbox.
@Suite struct NoticeTests {
    private func post(_ name: String, _ door: Door, _ state: Notice.State) async throws {
        let now = door.clock.now()
        let notice = Notice(
            id: NoticeID(name), kind: .alert, channel: .mail, recipient: "anna@example.org",
            values: ["what": "w", "why": ""], state: state, attempts: 3,
            dueAt: now + .seconds(3600), createdAt: now, endedAt: state == .pending ? nil : now,
            trouble: state == .delivered ? nil : "no route")
        try await door.store.write { _ = try $0.insert(notice) }
    }

    @Test func theyAreListedByState() async throws {
        let door = try await Door()
        try await post("n1", door, .pending)
        try await post("n2", door, .dead)
        try await post("n3", door, .dead)
        let plane = door.plane
        let all = try await plane.notices(door.admin.actor, in: nil, Page())
        #expect(all.map(\.id.rawValue) == ["n3", "n2", "n1"])
        let dead = try await plane.notices(door.admin.actor, in: .dead, Page(limit: 1))
        #expect(dead.map(\.id.rawValue) == ["n3"])
        let next = try await plane.notices(
            door.admin.actor, in: .dead, Page(limit: 1, after: dead.last?.id))
        #expect(next.map(\.id.rawValue) == ["n2"])
    }

    @Test(arguments: [Notice.State.dead, .pending])
    func oneIsSentAgainWithAllItsTriesBeforeIt(_ state: Notice.State) async throws {
        let door = try await Door()
        try await post("n1", door, state)
        let notice = try await door.plane.retryNotice(door.admin, NoticeID("n1"))
        #expect(notice.state == .pending)
        #expect(notice.attempts == 0)
        #expect(notice.endedAt == nil)
        let due = try await door.store.read { try $0.noticesDue(on: .mail, 10) }
        #expect(due == [notice])
        let row = try await door.store.read { try $0.audit(before: nil, limit: 1) }[0]
        #expect(row.action == "notice.retry")
        #expect(row.actor == door.admin.actor.userID?.rawValue)
        #expect(row.details["before"] == "\(state.rawValue), tried 3 times")
    }

    @Test func oneThatWasDeliveredIsNotSentTwice() async throws {
        let door = try await Door()
        try await post("n1", door, .delivered)
        await #expect(throws: Refusal.self) {
            try await door.plane.retryNotice(door.admin, NoticeID("n1"))
        }
        #expect(try await door.store.read { try $0.notice(NoticeID("n1")) }?.state == .delivered)
    }

    @Test func aRepeatedRequestIsCarriedOutOnce() async throws {
        let door = try await Door()
        try await post("n1", door, .dead)
        let context = door.admin.with(key: "k")
        _ = try await door.plane.retryNotice(context, NoticeID("n1"))
        try await door.store.write { rows in
            guard var notice = try rows.notice(NoticeID("n1")) else { return }
            (notice.state, notice.endedAt) = (.delivered, rows.now)
            try rows.update(notice)
        }
        #expect(try await door.plane.retryNotice(context, NoticeID("n1")).state == .delivered)
        let test = door.admin.with(key: "t")
        let first = try await door.plane.testNotice(test)
        #expect(try await door.plane.testNotice(test).id == first.id)
        #expect(try await door.audit().filter { $0.hasPrefix("notice.") }.count == 2)
    }

    @Test func aTestGoesToWhoeverAsks() async throws {
        let door = try await Door()
        let notice = try await door.plane.testNotice(door.admin)
        #expect(notice.recipient == "admin@example.org")
        #expect(notice.channel == .mail)
        #expect(notice.missingValues == [])
        #expect(try await door.store.read { try $0.noticesDue(on: .mail, 10) } == [notice])
        await #expect(throws: Refusal.self) {
            try await door.plane.testNotice(RequestContext(actor: .system))
        }
    }

    @Test func theyAreForAdminsOnly() async throws {
        let door = try await Door()
        try await post("n1", door, .dead)
        for context in [door.anna, door.admin.with(scope: .operate)] {
            await #expect(throws: Refusal.self) {
                try await door.plane.notices(context.actor, in: nil, Page())
            }
            await #expect(throws: Refusal.self) {
                try await door.plane.retryNotice(context, NoticeID("n1"))
            }
            await #expect(throws: Refusal.self) { try await door.plane.testNotice(context) }
        }
        #expect(try await door.store.read { try $0.notice(NoticeID("n1")) }?.state == .dead)
    }

    @Test func oneThatIsUnknownIsNotFound() async throws {
        let door = try await Door()
        await #expect(throws: Refusal.notFound(kind: "notice", id: "n1")) {
            try await door.plane.retryNotice(door.admin, NoticeID("n1"))
        }
    }
}
