import Domain
import Testing

/// What an admin who says that the clock is right leaves of a grace.
@Suite struct GraceTests {
    private static let start = Instant(milliseconds: 1_800_000_000_000)

    private func subscription(_ status: Subscription.Status, endingIn days: Int) -> Subscription {
        Subscription(
            id: SubscriptionID("s"), customerID: UserID("u"), service: "isso", variant: "Basic",
            status: status, createdAt: Self.start, endedAt: Self.start,
            graceEndsAt: Self.start + .days(days))
    }

    private func days(leftOf subscription: Subscription, leaping days: Int) -> Duration? {
        let now = Self.start + .days(days)
        return subscription.graceEnd(leaping: Self.start, to: now, whole: .days(60))
            .map { $0 - now }
    }

    @Test func whatRemainedRemains() {
        for status in [Subscription.Status.expired, .cancelled] {
            #expect(days(leftOf: subscription(status, endingIn: 20), leaping: 40) == .days(20))
        }
    }

    /// It began while the clock was ahead, and was reckoned by it.
    @Test func noMoreIsGivenThanAWholeOne() {
        #expect(days(leftOf: subscription(.expired, endingIn: 90), leaping: 40) == .days(60))
    }

    @Test func nothingEndsEarlier() {
        #expect(days(leftOf: subscription(.expired, endingIn: 400), leaping: 40) == .days(360))
    }

    @Test func whatIsOverIsOver() {
        #expect(days(leftOf: subscription(.expired, endingIn: -1), leaping: 40) == .days(-41))
    }

    @Test(arguments: [Subscription.Status.active, .purged])
    func othersHaveNone(_ status: Subscription.Status) {
        #expect(days(leftOf: subscription(status, endingIn: 20), leaping: 40) == .days(-20))
    }
}
