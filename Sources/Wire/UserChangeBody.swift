/// A change of an account.
package struct UserChangeBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case disabled
    }

    package var disabled: Bool

    package init(disabled: Bool) {
        self.disabled = disabled
    }
}
