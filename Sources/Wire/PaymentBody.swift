/// What a payment system tells of a subscription.
package struct PaymentBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case type, subscription, paidUntil
    }

    /// `subscription.renewed` or `subscription.ended`.
    package var type: String
    package var subscription: String
    /// RFC 3339; with a renewal.
    package var paidUntil: String?

    package init(type: String, subscription: String, paidUntil: String? = nil) {
        self.type = type
        self.subscription = subscription
        self.paidUntil = paidUntil
    }
}
