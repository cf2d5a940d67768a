package import Domain

extension ControlPlane {
    /// Makes an API token. The secret is shown this once; a repeated request cannot show it again.
    package func createAPIToken(
        _ context: RequestContext, name: String, scope: APIToken.Scope, expiresAt: Instant?
    ) async throws -> (token: APIToken, secret: String) {
        let owner = try tokenOwner(context.actor, scope)
        guard (1...100).contains(name.unicodeScalars.count) else {
            throw Refusal.invalid(field: "name", why: "must have 1 to 100 characters")
        }
        let secret = newToken(prefix: "hft_")
        return try await store.write { rows in
            let token = APIToken(
                id: makeID(at: rows.now), userID: owner, name: name, scope: scope,
                tokenDigest: hasher.digest(secret), createdAt: rows.now, expiresAt: expiresAt)
            return try once(context, in: rows) { _ in
                throw Refusal.conflict(
                    "This request made its token before; the secret was shown once. Make another.")
            } make: {
                try rows.insert(token)
                try rows.append(
                    AuditEvent(
                        at: rows.now, actor: context.actor, action: "token.create",
                        subject: "token", subjectID: token.id.rawValue,
                        details: ["name": name, "scope": scope.rawValue]))
                return ((token, secret), token.id.rawValue)
            }
        }
    }

    private func tokenOwner(_ actor: Actor, _ scope: APIToken.Scope) throws(Refusal) -> UserID {
        guard let owner = actor.userID else { throw .forbidden("Only a user has tokens.") }
        try Access.requireOperate(actor)
        guard scope <= actor.scope, scope != .admin || actor.isAdmin else {
            throw .forbidden("You cannot give a token more rights than you have.")
        }
        return owner
    }

    package func apiTokens(_ actor: Actor) async throws -> [APIToken] {
        guard let owner = actor.userID else { return [] }
        return try await store.read { try $0.apiTokens(of: owner) }
    }

    package func revokeAPIToken(_ context: RequestContext, _ id: APITokenID) async throws {
        guard let owner = context.actor.userID else { return }
        try Access.requireOperate(context.actor)
        try await store.write { rows in
            guard try rows.apiTokens(of: owner).contains(where: { $0.id == id }) else {
                throw Refusal.notFound(kind: "API token", id: id.rawValue)
            }
            try rows.revoke(id)
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: context.actor, action: "token.revoke",
                    subject: "token", subjectID: id.rawValue))
        }
    }
}
