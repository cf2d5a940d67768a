package import Domain

extension ControlPlane {
    /// The user behind an access token, as the row is now.
    package func identify(user id: UserID) async throws -> User {
        let user = try await store.read { try $0.user(id) }
        guard let user, user.disabledAt == nil else {
            throw Refusal.unauthenticated("This account does not exist or is disabled.")
        }
        return user
    }

    /// The user and the token behind an API token.
    package func identify(apiToken: String) async throws -> (user: User, token: APIToken) {
        let digest = hasher.digest(apiToken)
        return try await store.read { rows in
            guard let token = try rows.apiToken(digest: digest), token.revokedAt == nil,
                token.expiresAt.map({ $0 > rows.now }) ?? true,
                let user = try rows.user(token.userID), user.disabledAt == nil
            else {
                throw Refusal.unauthenticated(
                    "This API token is unknown, expired or revoked. Make a new one.")
            }
            return (user, token)
        }
    }

    /// 256 random bits behind a prefix that tells leaked tokens apart.
    func newToken(prefix: String) -> String {
        prefix + Base32.word(52, from: randomness)
    }
}
