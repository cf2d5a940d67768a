package import Domain

extension ControlPlane {
    /// For answers that take long: refuses whoever was shut out, or whose token was revoked or
    /// has expired, since the request began.
    package func requireStill(_ user: UserID, by token: APITokenID?) async throws {
        let user = try await identify(user: user)
        guard let token else { return }
        try await store.read { rows in
            let known = try rows.apiTokens(of: user.id).first { $0.id == token }
            guard let known, known.revokedAt == nil,
                known.expiresAt.map({ $0 > rows.now }) ?? true
            else { throw Refusal.unauthenticated("This API token is expired or revoked.") }
        }
    }
}
