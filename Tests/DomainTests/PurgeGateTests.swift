import Domain
import Testing

/// What must be true before the data of an ended subscription is given up, and who is told when.
@Suite struct PurgeGateTests {
    private static let ended = Instant(milliseconds: 1_767_225_600_000)
    private static let over = ended + .days(60)

    private static var subscription: Subscription {
        Subscription(
            id: SubscriptionID("s"), customerID: UserID("u"), service: "notes",
            variant: "Basic", status: .expired, createdAt: ended - .days(30), endedAt: ended,
            graceEndsAt: over)
    }

    private static func notice(
        _ kind: Notice.Kind, delivered: Instant?, ending: Instant = ended
    ) -> Notice {
        Notice(
            id: NoticeID("\(kind)"), kind: kind, channel: .mail, recipient: "a@example.org",
            ending: ending, values: [:], state: delivered == nil ? .pending : .delivered,
            dueAt: ended, createdAt: ended, endedAt: delivered, trouble: "421 try later")
    }

    private static let two = [
        notice(.subscriptionEnded, delivered: ended),
        notice(.purgeIn30Days, delivered: ended + .days(30)),
    ]

    @Test func itOpensWhenGraceIsOverAndTheOwnerWasWarnedTwice() {
        let gate = PurgeGate()
        let almost = Self.over - .milliseconds(1)
        #expect(gate.verdict(on: Self.subscription, Self.two, due: almost) == .closed)
        #expect(gate.verdict(on: Self.subscription, Self.two, due: Self.over) == .open)
    }

    @Test func whatHasNotEndedIsNeverGivenUp() {
        for status in [Subscription.Status.active, .purged] {
            var subscription = Self.subscription
            subscription.status = status
            #expect(PurgeGate().verdict(on: subscription, Self.two, due: Self.over) == .closed)
        }
    }

    @Test(arguments: [
        [two[0]],
        [two[0], notice(.purgeIn30Days, delivered: nil)],
        [two[0], notice(.subscriptionEnded, delivered: ended + .days(1))],
        [two[0], notice(.purgeIn30Days, delivered: ended, ending: ended - .days(100))],
        [two[0], notice(.instanceReset, delivered: ended)],
    ])
    func itWaitsForTwoWarningsOfThisEnding(_ notices: [Notice]) {
        let verdict = PurgeGate().verdict(on: Self.subscription, notices, due: Self.over)
        guard case .waiting(let why) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(why.contains("warned 1 times") && why.contains("421"))
    }

    @Test func whoWasWarnedLateHasADayLeft() {
        let late = [
            Self.two[0], Self.notice(.purgeIn1Day, delivered: Self.over - .seconds(60)),
        ]
        let gate = PurgeGate()
        let verdict = gate.verdict(on: Self.subscription, late, due: Self.over)
        #expect(verdict != .open && verdict != .closed)
        let nextDay = Self.over + .days(1)
        #expect(gate.verdict(on: Self.subscription, late, due: nextDay) == .open)
    }

    @Test func warningsComeInTurn() {
        func warning(_ days: Int, _ written: Set<Notice.Kind> = []) -> Notice.Kind? {
            NoticeSchedule.warning(
                for: Self.subscription, written: written, due: Self.ended + .days(days))
        }
        #expect(warning(29) == nil)
        #expect(warning(30) == .purgeIn30Days)
        #expect(warning(30, [.purgeIn30Days]) == nil)
        #expect(warning(53, [.purgeIn30Days]) == .purgeIn7Days)
        #expect(warning(59) == .purgeIn1Day)
        #expect(warning(59, [.purgeIn1Day]) == nil)
    }

    @Test func whatWouldComeBeforeTheEndingIsLeftOut() {
        var short = Self.subscription
        short.graceEndsAt = Self.ended + .days(3)
        let due = Self.ended + .days(1)
        #expect(NoticeSchedule.warning(for: short, written: [], due: due) == nil)
        #expect(NoticeSchedule.next(for: short, after: due) == Self.ended + .days(2))
        #expect(NoticeSchedule.next(for: short, after: Self.ended + .days(9)) == nil)
    }
}
