package import Domain

/// What is to become of an account; what is `nil` stays as it is.
package struct UserChange: Equatable, Sendable {
    package var disabled: Bool?
    package var role: User.Role?
    package var name: String?

    package init(disabled: Bool? = nil, role: User.Role? = nil, name: String? = nil) {
        self.disabled = disabled
        self.role = role
        self.name = name
    }

    func applied(to user: User, at now: Instant) -> User {
        var user = user
        user.name = name ?? user.name
        user.role = role ?? user.role
        if let disabled, disabled != (user.disabledAt != nil) {
            user.disabledAt = disabled ? now : nil
        }
        return user
    }
}
