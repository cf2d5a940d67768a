/// A login that can be refreshed until it ends. The token itself is never kept, only its digest;
/// each refresh replaces the digest, so a stolen old token shows itself.
package struct Session: Equatable, Sendable {
    package var id: SessionID
    package var userID: UserID
    package var tokenDigest: String
    package var createdAt: Instant
    package var expiresAt: Instant
    package var revokedAt: Instant?

    package init(
        id: SessionID, userID: UserID, tokenDigest: String, createdAt: Instant,
        expiresAt: Instant, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.userID = userID
        self.tokenDigest = tokenDigest
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
    }
}
