import Domain

extension APIToken: Kept {
    static let table = Table(
        "api_tokens",
        [
            "id", "user_id", "name", "scope", "token_digest", "created_at", "expires_at",
            "revoked_at",
        ])

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), userID: try row.id("user_id"), name: try row.text("name"),
            scope: try row.word("scope"), tokenDigest: try row.text("token_digest"),
            createdAt: try row.instant("created_at"),
            expiresAt: try row.optionalInstant("expires_at"),
            revokedAt: try row.optionalInstant("revoked_at"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(id), SQLValue(userID), SQLValue(name), SQLValue(scope),
            SQLValue(tokenDigest), SQLValue(createdAt), SQLValue(expiresAt),
            SQLValue(revokedAt),
        ]
    }
}
