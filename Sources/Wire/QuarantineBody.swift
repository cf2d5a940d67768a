/// The end of a quarantine.
package struct QuarantineBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case decision, confirm
    }

    /// `adopt` or `disown`.
    package var decision: String
    /// The digest of what was shown.
    package var confirm: String

    package init(decision: String, confirm: String) {
        self.decision = decision
        self.confirm = confirm
    }
}
