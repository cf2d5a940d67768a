/// An API token.
package struct TokenReply: Codable, Equatable, Sendable {
    package var id: String
    package var name: String
    /// `read`, `operate` or `admin`.
    package var scope: String
    package var createdAt: String
    package var expiresAt: String?
    package var revokedAt: String?
    /// The token itself, only in the answer to its making.
    package var secret: String?

    package init(
        id: String, name: String, scope: String, createdAt: String, expiresAt: String? = nil,
        revokedAt: String? = nil, secret: String? = nil
    ) {
        self.id = id
        self.name = name
        self.scope = scope
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
        self.secret = secret
    }
}
