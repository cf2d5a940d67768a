/// An account to be made.
package struct UserBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case email, name, role, password
    }

    package var email: String
    package var name: String
    /// `customer` or `admin`.
    package var role: String
    /// Without one, a one-time password is made and answered once.
    package var password: String?

    package init(email: String, name: String, role: String, password: String? = nil) {
        self.email = email
        self.name = name
        self.role = role
        self.password = password
    }
}
