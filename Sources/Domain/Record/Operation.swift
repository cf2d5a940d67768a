/// One request that takes time, from its acceptance to its end.
package struct Operation: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case create, restart, stop, start, reset
        case undoReset = "undo-reset"
        case changeVariant = "change-variant"
        case update, rollback
        case cancel, expire, resubscribe
        /// Everything of the instance goes, its volumes once the undo window is over.
        case delete
        case undoDelete = "undo-delete"
    }

    package enum State: String, Sendable, CaseIterable {
        case pending, running, succeeded, failed

        package var isEnded: Bool { self == .succeeded || self == .failed }
    }

    package var id: OperationID
    package var kind: Kind
    package var instanceID: InstanceID
    package var subscriptionID: SubscriptionID
    package var customerID: UserID
    package var requestedBy: String
    package var state: State
    /// What it is doing or waiting for now; at the end, why it ended so.
    package var message: String?
    package var createdAt: Instant
    package var startedAt: Instant?
    package var endedAt: Instant?
    /// When it ends as failed if it is not done; the wish stays, and is still worked on.
    package var deadline: Instant

    package init(
        id: OperationID, kind: Kind, instanceID: InstanceID, subscriptionID: SubscriptionID,
        customerID: UserID, requestedBy: String, state: State = .pending,
        message: String? = nil, createdAt: Instant, startedAt: Instant? = nil,
        endedAt: Instant? = nil, deadline: Instant
    ) {
        self.id = id
        self.kind = kind
        self.instanceID = instanceID
        self.subscriptionID = subscriptionID
        self.customerID = customerID
        self.requestedBy = requestedBy
        self.state = state
        self.message = message
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.deadline = deadline
    }
}
