/// A service that an admin subscribes a customer to.
package struct CustomerSubscriptionBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case customer, service, variant, paidUntil
    }

    /// The customer's id.
    package var customer: String
    package var service: String
    package var variant: String
    /// RFC 3339; without it, the usual period.
    package var paidUntil: String?

    package init(customer: String, service: String, variant: String, paidUntil: String? = nil) {
        self.customer = customer
        self.service = service
        self.variant = variant
        self.paidUntil = paidUntil
    }
}
