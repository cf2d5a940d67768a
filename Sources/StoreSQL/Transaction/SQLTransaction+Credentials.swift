import Domain

extension SQLTransaction {
    func session(digest: String) throws -> Session? {
        try first("WHERE token_digest = ?", SQLValue(digest))
    }

    func session(spent digest: String) throws -> Session? {
        try first("WHERE spent_digest = ?", SQLValue(digest))
    }

    func insert(_ session: Session) throws { try add(session) }

    func rotate(_ session: SessionID, from old: String, to new: String) throws -> Bool {
        let count = try connection.execute(
            """
            UPDATE sessions SET token_digest = ?, spent_digest = ?
            WHERE id = ? AND token_digest = ? AND revoked_at IS NULL
            """, [SQLValue(new), SQLValue(old), SQLValue(session), SQLValue(old)])
        return count == 1
    }

    func revoke(_ session: SessionID) throws {
        try connection.execute(
            "UPDATE sessions SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
            [SQLValue(now), SQLValue(session)])
    }

    func revokeSessions(of user: UserID) throws {
        try connection.execute(
            "UPDATE sessions SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL",
            [SQLValue(now), SQLValue(user)])
    }

    func apiToken(digest: String) throws -> APIToken? {
        try first("WHERE token_digest = ?", SQLValue(digest))
    }

    /// Newest first; revoked and expired ones too.
    func apiTokens(of user: UserID) throws -> [APIToken] {
        try connection.rows(
            "\(APIToken.table.select) WHERE user_id = ? ORDER BY id DESC", [SQLValue(user)]
        ).compactMap { try? APIToken(row: $0) }
    }

    func insert(_ token: APIToken) throws { try add(token) }

    func revoke(_ token: APITokenID) throws {
        try connection.execute(
            "UPDATE api_tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL",
            [SQLValue(now), SQLValue(token)])
    }
}
