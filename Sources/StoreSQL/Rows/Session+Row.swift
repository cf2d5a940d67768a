import Domain

extension Session: Kept {
    static let table = Table(
        "sessions",
        ["id", "user_id", "token_digest", "created_at", "expires_at", "revoked_at"])

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), userID: try row.id("user_id"),
            tokenDigest: try row.text("token_digest"), createdAt: try row.instant("created_at"),
            expiresAt: try row.instant("expires_at"),
            revokedAt: try row.optionalInstant("revoked_at"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(id), SQLValue(userID), SQLValue(tokenDigest), SQLValue(createdAt),
            SQLValue(expiresAt), SQLValue(revokedAt),
        ]
    }
}
