/// How often, and for how long, a notice is tried.
package struct DeliveryPolicy: Equatable, Sendable {
    package var first: Duration
    package var longest: Duration
    /// After so long it is given up.
    package var patience: Duration

    package init(
        first: Duration = .seconds(10), longest: Duration = .seconds(3600),
        patience: Duration = .days(7)
    ) {
        self.first = first
        self.longest = longest
        self.patience = patience
    }

    /// The notice after a try that failed: to be tried again, or dead.
    package func after(
        _ failure: DeliveryFailure, _ notice: Notice, at now: Instant
    ) -> Notice {
        var notice = notice
        notice.attempts += 1
        notice.trouble = failure.message
        let doublings = min(notice.attempts - 1, 20)
        notice.dueAt = now + min(first * (1 << doublings), longest)
        if case .later = failure, notice.dueAt <= notice.createdAt + patience { return notice }
        notice.state = .dead
        notice.endedAt = now
        return notice
    }
}
