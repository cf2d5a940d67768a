import Domain
import Testing

/// The rules that hold too much destruction back, by table.
@Suite struct SafetyTests {
    @Test(arguments: [
        (0, 0, 0, false), (49, 1, 1000, false), (50, 1, 1000, true), (0, 5, 5, false),
        (0, 6, 6, true), (0, 100, 1000, false), (0, 101, 1000, true),
    ])
    func tooMuchAtOnceIsRefused(_ begun: Int, _ due: Int, _ kept: Int, _ isRefused: Bool) {
        let objection = CircuitBreaker().objection(to: .init(begun: begun, due: due, kept: kept))
        #expect((objection != nil) == isRefused, "\(objection ?? "")")
    }

    @Test(arguments: [
        (2, 86_400, false, "2 times"), (3, 86_399, false, "23 hours"), (3, 86_400, true, "runs"),
        (3, 86_400, false, nil),
    ])
    func orphansAreSeenOftenAndLong(
        _ looks: Int, _ seconds: Int, _ mayWrite: Bool, _ word: String?
    ) {
        let start = Instant(milliseconds: 0)
        let orphan = Orphan(
            id: OrphanID("o"),
            object: EngineObject(kind: .claim, name: "n", uid: "u", mayWrite: mayWrite),
            firstSeen: start, lastSeen: start + .seconds(seconds), looks: looks)
        let objection = OrphanRule().objection(to: orphan)
        #expect(word.map { objection?.contains($0) == true } ?? (objection == nil))
    }

    @Test func deliveriesAreTriedLessAndLessOftenAndGivenUpOnce() {
        let start = Instant(milliseconds: 0)
        var notice = Notice(
            id: NoticeID("n"), kind: .alert, channel: .mail, recipient: "a@example.org",
            values: [:], dueAt: start, createdAt: start)
        let policy = DeliveryPolicy()
        var pauses: [Duration] = []
        while notice.state == .pending {
            let now = notice.dueAt
            notice = policy.after(.later("421"), notice, at: now)
            pauses.append(notice.dueAt - now)
        }
        #expect(pauses.prefix(3) == [.seconds(10), .seconds(20), .seconds(40)])
        #expect(pauses.max() == .seconds(3600))
        #expect(notice.state == .dead && notice.trouble == "421")
        #expect(notice.dueAt > start + .days(7))
    }

    @Test func whatCanNeverBeDeliveredIsGivenUpAtOnce() {
        let start = Instant(milliseconds: 0)
        let notice = Notice(
            id: NoticeID("n"), kind: .alert, channel: .mail, recipient: "a@example.org",
            values: [:], dueAt: start, createdAt: start)
        let dead = DeliveryPolicy().after(.never("550 no such user"), notice, at: start)
        #expect(dead.state == .dead && dead.endedAt == start && dead.attempts == 1)
    }

    @Test(arguments: [
        (LastBackup.owed, "owed"), (.waived("none"), "waived: none"),
        (.proven("restic: a1b2"), "proven: restic: a1b2"),
    ])
    func aLastBackupIsReadAsItIsWritten(_ backup: LastBackup, _ text: String) {
        #expect(backup.description == text && LastBackup(text) == backup)
    }

    @Test(arguments: ["", "waived", "waived:", "nonsense: yes"])
    func whatCannotBeReadIsOwed(_ text: String) { #expect(LastBackup(text) == .owed) }
}
