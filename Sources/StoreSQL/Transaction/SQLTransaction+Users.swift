import Domain

extension SQLTransaction {
    func user(_ id: UserID) throws -> User? {
        try first("WHERE id = ?", SQLValue(id))
    }

    func user(email: String) throws -> User? {
        try first("WHERE email = ?", SQLValue(email))
    }

    func users(_ page: Page<User>) throws -> [User] {
        try self.page(page, where: [])
    }

    func hasAdmin(besides user: UserID) throws -> Bool {
        let others = try connection.rows(
            """
            SELECT id FROM users WHERE role = 'admin' AND disabled_at IS NULL AND id <> ? LIMIT 1
            """, [SQLValue(user)])
        return !others.isEmpty
    }

    func insert(_ user: User) throws {
        let isNew = try connection.execute(
            "\(User.table.insert) ON CONFLICT (email) DO NOTHING", user.cells())
        if isNew == 0 { throw Self.taken(user.email) }
    }

    func update(_ user: User) throws {
        let holder = try self.user(email: user.email)
        if let holder, holder.id != user.id { throw Self.taken(user.email) }
        try change(
            user, user.id.rawValue,
            """
            email = ?, name = ?, role = ?, password_hash = ?, must_change_password = ?,
            disabled_at = ?
            """,
            [
                SQLValue(user.email), SQLValue(user.name), SQLValue(user.role),
                SQLValue(user.passwordHash), SQLValue(user.mustChangePassword),
                SQLValue(user.disabledAt),
            ])
    }

    private static func taken(_ email: String) -> Refusal {
        .conflict("There already is a user with the e-mail address \(email).")
    }
}
