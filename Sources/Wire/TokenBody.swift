/// An API token to be made.
package struct TokenBody: JSONBody {
    package enum CodingKeys: String, CodingKey, CaseIterable {
        case name, scope, expiresAt
    }

    package var name: String
    /// `read`, `operate` or `admin`.
    package var scope: String
    /// RFC 3339; without it, the token is good until it is revoked.
    package var expiresAt: String?

    package init(name: String, scope: String, expiresAt: String? = nil) {
        self.name = name
        self.scope = scope
        self.expiresAt = expiresAt
    }
}
