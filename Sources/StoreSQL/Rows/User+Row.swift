import Domain

extension User: Kept {
    static let table = Table(
        "users",
        [
            "id", "email", "name", "role", "password_hash", "must_change_password",
            "created_at", "disabled_at",
        ])

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), email: try row.text("email"), name: try row.text("name"),
            role: try row.word("role"), passwordHash: try row.text("password_hash"),
            mustChangePassword: try row.flag("must_change_password"),
            createdAt: try row.instant("created_at"),
            disabledAt: try row.optionalInstant("disabled_at"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(id), SQLValue(email), SQLValue(name), SQLValue(role),
            SQLValue(passwordHash), SQLValue(mustChangePassword), SQLValue(createdAt),
            SQLValue(disabledAt),
        ]
    }
}
