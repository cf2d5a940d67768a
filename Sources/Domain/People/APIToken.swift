/// A long-lived credential for programs: shown once, kept as a digest, limited by its scope.
package struct APIToken: Equatable, Sendable {
    /// What a token may do; each scope includes those before it.
    package enum Scope: String, Sendable, CaseIterable, Comparable {
        case read, operate, admin

        package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .read: 0
            case .operate: 1
            case .admin: 2
            }
        }
    }

    package var id: APITokenID
    package var userID: UserID
    package var name: String
    package var scope: Scope
    package var tokenDigest: String
    package var createdAt: Instant
    package var expiresAt: Instant?
    package var revokedAt: Instant?

    package init(
        id: APITokenID, userID: UserID, name: String, scope: Scope, tokenDigest: String,
        createdAt: Instant, expiresAt: Instant? = nil, revokedAt: Instant? = nil
    ) {
        self.id = id
        self.userID = userID
        self.name = name
        self.scope = scope
        self.tokenDigest = tokenDigest
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
    }
}
