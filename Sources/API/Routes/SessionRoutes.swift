import Domain
import Hummingbird
import Operations
import Wire

/// `/api/v1/auth`: a password for a pair of tokens, and the next pair for the last.
struct SessionRoutes {
    let plane: ControlPlane
    let tokens: AccessTokens

    func add(to auth: RouterGroup<APIContext>) {
        auth.post("login") { request, context in
            let body = try await RequestReader.body(LoginBody.self, from: request)
            return try await reply(
                plane.logIn(
                    email: body.email, password: body.password, address: context.address,
                    requestID: context.requestID))
        }
        auth.post("refresh") { request, context in
            let body = try await RequestReader.body(RefreshBody.self, from: request)
            return try await reply(
                plane.refresh(
                    body.refreshToken, address: context.address, requestID: context.requestID))
        }
    }

    /// Ending a login is for whoever is logged in.
    func addLogout(to auth: RouterGroup<CallerContext>) {
        auth.post("logout") { request, context in
            let body = try await RequestReader.body(RefreshBody.self, from: request)
            try await plane.logOut(context.caller.actor, body.refreshToken)
            return HTTPResponse.Status.noContent
        }
    }

    private func reply(_ login: Login) async throws -> JSONReply<LoginReply> {
        JSONReply(
            LoginReply(
                accessToken: try await tokens.token(for: login.user), tokenType: "Bearer",
                expiresIn: Int(AccessTokens.lifetime), refreshToken: login.refreshToken,
                user: UserReply(login.user)))
    }
}
