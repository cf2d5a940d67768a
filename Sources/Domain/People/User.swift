/// An account. A customer owns subscriptions; an admin sees all.
package struct User: Equatable, Sendable {
    package enum Role: String, Sendable, CaseIterable { case customer, admin }

    package var id: UserID
    /// Lower case; unique.
    package var email: String
    package var name: String
    package var role: Role
    package var passwordHash: String
    /// True while only a one-time password is set: such a user may do nothing but change it.
    package var mustChangePassword: Bool
    package var createdAt: Instant
    package var disabledAt: Instant?

    package init(
        id: UserID, email: String, name: String, role: Role, passwordHash: String,
        mustChangePassword: Bool, createdAt: Instant, disabledAt: Instant? = nil
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.role = role
        self.passwordHash = passwordHash
        self.mustChangePassword = mustChangePassword
        self.createdAt = createdAt
        self.disabledAt = disabledAt
    }
}
