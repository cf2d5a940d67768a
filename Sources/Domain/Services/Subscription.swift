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
    /// When it expired or was cancelled; written once per ending.
    package var endedAt: Instant?
    /// Until when the data is kept; written once per ending, with `endedAt`.
    package var graceEndsAt: Instant?

    package init(
        id: SubscriptionID, customerID: UserID, service: String, variant: String,
        status: Status = .active, createdAt: Instant, endedAt: Instant? = nil,
        graceEndsAt: Instant? = nil
    ) {
        self.id = id
        self.customerID = customerID
        self.service = service
        self.variant = variant
        self.status = status
        self.createdAt = createdAt
        self.endedAt = endedAt
        self.graceEndsAt = graceEndsAt
    }
}
