/// Until when a subscription is paid for.
package struct RenewalBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case paidUntil
    }

    /// RFC 3339; without it, the subscription goes on until it is cancelled.
    package var paidUntil: String?

    package init(paidUntil: String? = nil) {
        self.paidUntil = paidUntil
    }
}
