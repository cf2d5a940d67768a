/// The promise to a customer. What runs it is the service instance.
package struct Subscription: Equatable, Sendable {
    package enum Status: String, Sendable, CaseIterable {
        case active, expired, cancelled, purged
    }

    package var id: SubscriptionID
    package var customerID: UserID
    package var service: String
    package var variant: String
    package var status: Status
    package var createdAt: Instant
    /// Until when it is paid for, and expires; `nil` where it goes on until it is cancelled.
    package var paidUntil: Instant?
    /// When it expired or was cancelled; written once per ending.
    package var endedAt: Instant?
    /// Until when the data is kept; written once per ending, with `endedAt`. Only an admin who says
    /// that the clock is right moves it, and never to an earlier moment.
    package var graceEndsAt: Instant?
    /// When the sweep is to look at it next; `nil` where nothing will ever be due.
    package var sweepAt: Instant?

    package init(
        id: SubscriptionID, customerID: UserID, service: String, variant: String,
        status: Status = .active, createdAt: Instant, paidUntil: Instant? = nil,
        endedAt: Instant? = nil, graceEndsAt: Instant? = nil, sweepAt: Instant? = nil
    ) {
        self.id = id
        self.customerID = customerID
        self.service = service
        self.variant = variant
        self.status = status
        self.createdAt = createdAt
        self.paidUntil = paidUntil
        self.endedAt = endedAt
        self.graceEndsAt = graceEndsAt
        self.sweepAt = sweepAt
    }

    /// Whether its time is over and its data is kept.
    package var isInGrace: Bool { status == .expired || status == .cancelled }
}
