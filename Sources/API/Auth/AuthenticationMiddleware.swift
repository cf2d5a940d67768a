import Domain
import Hummingbird
import Operations

/// Finds out who asks, from `Authorization: Bearer` with an access token or an API token.
struct AuthenticationMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let plane: ControlPlane
    let tokens: AccessTokens

    func handle(
        _ request: Request, context: APIContext,
        next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.caller = try await caller(of: request, context)
        return try await next(request, context)
    }

    private func caller(of request: Request, _ context: APIContext) async throws -> Caller {
        let token = try bearer(request)
        if token.hasPrefix("hft_") {
            let known = try await plane.identify(apiToken: token)
            return caller(known.user, known.token, context)
        }
        let user = try await plane.identify(user: tokens.user(of: token))
        return caller(user, nil, context)
    }

    private func caller(_ user: User, _ token: APIToken?, _ context: APIContext) -> Caller {
        let actor = Domain.Actor(
            identity: .user(user.id, role: user.role), scope: token?.scope ?? .admin,
            address: context.address, requestID: context.requestID)
        return Caller(user: user, actor: actor, token: token)
    }

    private func bearer(_ request: Request) throws(Refusal) -> String {
        let words = request.headers[.authorization]?.split(separator: " ") ?? []
        guard words.count == 2, words[0].lowercased() == "bearer" else {
            throw .unauthenticated(
                "Log in, and send the token as “Authorization: Bearer TOKEN”.")
        }
        return String(words[1])
    }
}
