import Wire

extension MeRoutes {
    static let contract = [
        Endpoint(.get, "/api/v1/me", "showMe", "One's own account.")
            .open(to: .caller).answers(UserReply.self, "The account."),
        Endpoint(.put, "/api/v1/me/password", "changePassword", "Changes one's own password.")
            .telling("Ends all logins: none but the answer's own access token goes on.")
            .open(to: .caller).takes(PasswordBody.self).repeatableByNature
            .answers(.noContent).refuses(.conflict, .tooMany),
        Endpoint(.get, "/api/v1/me/tokens", "listTokens", "One's own API tokens.")
            .answers(PageReply<TokenReply>.self, "All of them, without their secrets."),
        Endpoint(.post, "/api/v1/me/tokens", "makeToken", "Makes an API token.")
            .takes(TokenBody.self).repeatable
            .answers(
                AnswerContract(201, TokenReply.self, "Made. Its `secret` is shown this once.")
                    .with(headers: "Location", links: ["token"])
            ).refuses(.conflict),
        Endpoint(.delete, "/api/v1/me/tokens/{id}", "revokeToken", "Revokes an API token.")
            .takes(.token).repeatableByNature.answers(.noContent),
    ]
}
