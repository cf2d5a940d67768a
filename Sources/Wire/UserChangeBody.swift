/// A change of an account; what is not said stays as it is.
package struct UserChangeBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case disabled, role, name
    }

    package var disabled: Bool?
    /// `customer` or `admin`.
    package var role: String?
    package var name: String?

    package init(disabled: Bool? = nil, role: String? = nil, name: String? = nil) {
        self.disabled = disabled
        self.role = role
        self.name = name
    }
}
