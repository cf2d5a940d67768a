package import Domain

extension ControlPlane {
    /// The value of a key of the installation, made with `make` the first time.
    package static func fact(
        _ key: MetaKey, in store: any Store, make: @Sendable @escaping () -> String
    ) async throws -> String {
        try await store.write { rows in
            if let value = try rows.value(key) { return value }
            let value = make()
            try rows.setValue(value, for: key)
            return value
        }
    }

    /// Whether nobody can log in yet.
    package func hasNoUsers() async throws -> Bool {
        try await store.read { try $0.users(Page(limit: 1)).isEmpty }
    }

    /// Makes an account for a fresh installation, unless its address is taken; false if so.
    package func seedUser(
        email: String, role: User.Role, password: String, mustChangePassword: Bool
    ) async throws -> Bool {
        let hash = try await hasher.hash(password)
        return try await store.write { rows in
            guard try rows.user(email: email) == nil else { return false }
            let user = User(
                id: makeID(at: rows.now), email: email, name: role.rawValue, role: role,
                passwordHash: hash, mustChangePassword: mustChangePassword, createdAt: rows.now)
            try rows.insert(user)
            try auditUser("user.create", user, .system, rows)
            return true
        }
    }

    /// Whether the account still has the one-time password that it was seeded with.
    package func hasOneTimePassword(email: String) async throws -> Bool {
        try await store.read { try $0.user(email: email)?.mustChangePassword ?? false }
    }

    /// A password to be shown once.
    package func oneTimePassword() -> String { newPassword() }
}
