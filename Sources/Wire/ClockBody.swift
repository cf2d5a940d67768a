/// Says that the clock is right.
package struct ClockBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case confirm
    }

    /// What it shows, to the minute: `2026-01-31T09:30Z`.
    package var confirm: String?

    package init(confirm: String? = nil) {
        self.confirm = confirm
    }
}
