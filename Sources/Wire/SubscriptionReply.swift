/// A subscription, with the instance that runs for it.
package struct SubscriptionReply: Codable, Equatable, Sendable {
    package var id: String
    package var customerId: String
    /// `ACTIVE`, `EXPIRED`, `CANCELLED` or `PURGED`.
    package var status: String
    package var service: String
    package var variant: String
    package var createdAt: String
    /// Until when it is paid for; absent where it goes on until it is cancelled.
    package var paidUntil: String?
    package var endedAt: String?
    /// Until when the data of an ended subscription is kept.
    package var graceEndsAt: String?
    package var instance: InstanceReply
    /// The one that is under way, if any.
    package var operation: OperationReply?
    /// Present while a reset can be taken back.
    package var undo: UndoReply?
    /// Present where the catalog has something new for it.
    package var updateAvailable: UpdateReply?
    /// The image that a rollback would bring back; absent where there is nothing to go back to.
    package var previousImage: String?

    package init(
        id: String, customerId: String, status: String, service: String, variant: String,
        createdAt: String, paidUntil: String? = nil, endedAt: String? = nil,
        graceEndsAt: String? = nil,
        instance: InstanceReply, operation: OperationReply? = nil, undo: UndoReply? = nil,
        updateAvailable: UpdateReply? = nil, previousImage: String? = nil
    ) {
        self.id = id
        self.customerId = customerId
        self.status = status
        self.service = service
        self.variant = variant
        self.createdAt = createdAt
        self.paidUntil = paidUntil
        self.endedAt = endedAt
        self.graceEndsAt = graceEndsAt
        self.instance = instance
        self.operation = operation
        self.undo = undo
        self.updateAvailable = updateAvailable
        self.previousImage = previousImage
    }
}
