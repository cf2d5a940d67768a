import Wire

extension SessionRoutes {
    static let contract = [
        Endpoint(.post, "/api/v1/auth/login", "logIn", "A password for a pair of tokens.")
            .open(to: .anybody).takes(LoginBody.self)
            .answers(LoginReply.self, "Logged in.").refuses(
                .unauthenticated, .tooMany, .unavailable),
        Endpoint(.post, "/api/v1/auth/refresh", "refreshLogin", "The next pair for the last.")
            .open(to: .anybody).takes(RefreshBody.self)
            .answers(LoginReply.self, "Logged in again. The old refresh token is spent.")
            .refuses(.unauthenticated, .tooMany, .unavailable),
        Endpoint(.post, "/api/v1/auth/logout", "logOut", "Ends a login.")
            .telling("A refresh token that is not known is as good as ended.")
            .open(to: .caller).takes(RefreshBody.self).answers(.noContent),
    ]
}
