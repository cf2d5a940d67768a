/// An account.
package struct UserReply: Codable, Equatable, Sendable {
    package var id: String
    package var email: String
    package var name: String
    /// `customer` or `admin`.
    package var role: String
    /// While true, the account may do nothing but change its password.
    package var mustChangePassword: Bool
    /// RFC 3339, as every moment here.
    package var createdAt: String
    package var disabledAt: String?

    package init(
        id: String, email: String, name: String, role: String, mustChangePassword: Bool,
        createdAt: String, disabledAt: String? = nil
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.role = role
        self.mustChangePassword = mustChangePassword
        self.createdAt = createdAt
        self.disabledAt = disabledAt
    }
}
