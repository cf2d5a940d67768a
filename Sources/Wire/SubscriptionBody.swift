/// A service to subscribe to, and the tier of it.
package struct SubscriptionBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case service, variant
    }

    package var service: String
    package var variant: String

    package init(service: String, variant: String) {
        self.service = service
        self.variant = variant
    }
}
