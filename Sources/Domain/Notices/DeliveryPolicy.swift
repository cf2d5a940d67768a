/// How often, and for how long, a notice is tried.
package struct DeliveryPolicy: Equatable, Sendable {
    package var first: Duration
    package var longest: Duration
    /// After so much waiting between its tries it is given up. Time in which nobody tried does
    /// not count: a server that was off for a week gives nothing up when it comes back.
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
        notice.dueAt = now + pause(after: notice.attempts)
        if case .later = failure, waited(for: notice.attempts) <= patience { return notice }
        notice.state = .dead
        notice.endedAt = now
        return notice
    }

    private func pause(after attempt: Int) -> Duration {
        min(first * (1 << min(attempt - 1, 20)), longest)
    }

    /// The pauses after so many tries.
    private func waited(for attempts: Int) -> Duration {
        (1...attempts).reduce(.zero) { $0 + pause(after: $1) }
    }
}
