/// Something that a payment system has told, once; told again, it is known by its id.
package struct PaymentEvent: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case renewed = "subscription.renewed"
        case ended = "subscription.ended"
    }

    /// The payment system's own.
    package var id: String
    package var kind: Kind
    package var subscriptionID: SubscriptionID
    /// A digest of what was told.
    package var fingerprint: String
    package var receivedAt: Instant

    package init(
        id: String, kind: Kind, subscriptionID: SubscriptionID, fingerprint: String,
        receivedAt: Instant
    ) {
        self.id = id
        self.kind = kind
        self.subscriptionID = subscriptionID
        self.fingerprint = fingerprint
        self.receivedAt = receivedAt
    }
}
