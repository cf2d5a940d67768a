import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/me`: one's own account.
struct MeRoutes {
    let plane: ControlPlane
    let reader: RequestReader

    /// What is possible even with a one-time password.
    func addFirst(to me: RouterGroup<CallerContext>) {
        me.get { _, context in JSONReply(UserReply(context.caller.user)) }
        me.put("password") { request, context in
            try context.caller.requireLogin()
            let asked = try await reader.read(PasswordBody.self, from: request, by: context)
            try await plane.changePassword(
                asked.context, current: asked.body.currentPassword, new: asked.body.newPassword)
            return HTTPResponse.Status.noContent
        }
    }

    func add(to me: RouterGroup<CallerContext>) {
        me.get("tokens") { _, context in
            let tokens = try await plane.apiTokens(context.caller.actor)
            return JSONReply(PageReply(items: tokens.map { TokenReply($0) }))
        }
        me.post("tokens", use: makeToken)
        me.delete("tokens/:id") { request, context in
            try context.caller.requireWholeAccount()
            let asked = try await reader.read(
                EmptyBody.self, or: EmptyBody(), from: request, by: context)
            try await plane.revokeAPIToken(asked.context, APITokenID(context.parameter()))
            return HTTPResponse.Status.noContent
        }
    }

    @Sendable private func makeToken(
        _ request: Request, _ context: CallerContext
    ) async throws -> JSONReply<TokenReply> {
        try context.caller.requireWholeAccount()
        let asked = try await reader.read(TokenBody.self, from: request, by: context)
        guard let scope = APIToken.Scope(rawValue: asked.body.scope) else {
            throw Refusal.invalid(field: "scope", why: "must be read, operate or admin")
        }
        let expiresAt = try asked.body.expiresAt.map { try Instant($0, of: "expiresAt") }
        let made = try await plane.createAPIToken(
            asked.context, name: asked.body.name, scope: scope, expiresAt: expiresAt)
        return JSONReply(
            TokenReply(made.token, secret: made.secret), status: .created,
            location: "/api/v1/me/tokens/\(made.token.id)")
    }
}
