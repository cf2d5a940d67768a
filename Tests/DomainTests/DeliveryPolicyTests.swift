import Domain
import Testing

/// How often a notice is tried, and when it is given up.
@Suite struct DeliveryPolicyTests {
    private static let start = Instant(milliseconds: 1_767_225_600_000)
    private let policy = DeliveryPolicy(
        first: .seconds(10), longest: .seconds(60), patience: .seconds(300))

    private var notice = Notice(
        id: NoticeID("notice"), kind: .alert, channel: .mail, recipient: "anna@example.org",
        values: [:], dueAt: start, createdAt: start)

    private func failed(_ times: Int) -> Notice {
        (0..<times).reduce(notice) { notice, _ in
            policy.after(.later("busy"), notice, at: Self.start)
        }
    }

    @Test func thePausesGrowUpToABound() {
        let pauses = (1...5).map { failed($0).dueAt - Self.start }
        #expect(pauses == [10, 20, 40, 60, 60].map { .seconds($0) })
    }

    @Test func itIsGivenUpAfterSoMuchWaiting() {
        // 10 + 20 + 40 + 60 + 60 + 60 = 250 seconds; the next pause would exceed 300.
        #expect(failed(6).state == .pending)
        #expect(failed(6).endedAt == nil)
        #expect(failed(7).state == .dead)
        #expect(failed(7).endedAt == Self.start)
        #expect(failed(7).trouble == "busy")
    }

    @Test func timeInWhichNobodyTriedDoesNotCount() {
        let later = policy.after(.later("busy"), notice, at: Self.start + .days(400))
        #expect(later.state == .pending)
    }

    @Test func whatCanNeverBeDeliveredIsGivenUpAtOnce() {
        let dead = policy.after(.never("no such user"), notice, at: Self.start)
        #expect(dead.state == .dead)
        #expect(dead.attempts == 1)
        #expect(dead.trouble == "no such user")
    }

    @Test func aLongLifeOverflowsNothing() {
        var old = notice
        old.attempts = 5000
        #expect(policy.after(.later("busy"), old, at: Self.start).state == .dead)
    }

    @Test func aNoticeSaysWhatItLacks() {
        var notice = notice
        #expect(notice.missingValues == [.what, .why])
        notice.values = ["what": "The disk is full.", "why": ""]
        #expect(notice.missingValues == [])
    }
}
