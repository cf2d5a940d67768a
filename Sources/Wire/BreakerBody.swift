/// Lets destruction go on although there is more of it than is usual.
package struct BreakerBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case confirm, minutes
    }

    /// Which hold is meant: its `confirm`.
    package var confirm: String?
    /// For how long; an hour unless said otherwise.
    package var minutes: Int?

    package init(confirm: String? = nil, minutes: Int? = nil) {
        self.confirm = confirm
        self.minutes = minutes
    }
}
