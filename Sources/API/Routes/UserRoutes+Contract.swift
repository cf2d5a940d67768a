import Wire

extension UserRoutes {
    static let contract = [
        Endpoint(.get, "/api/v1/admin/users", "listUsers", "Everybody's accounts.")
            .open(to: .admin).lists(UserReply.self, "A piece of the list."),
        Endpoint(.post, "/api/v1/admin/users", "makeUser", "Makes an account.")
            .open(to: .admin).takes(UserBody.self).repeatable
            .answers(
                AnswerContract(201, NewUserReply.self, "Made.")
                    .with(headers: "Location", links: ["user"])
            ).refuses(.conflict),
        Endpoint(.get, "/api/v1/admin/users/{id}", "showUser", "One account.")
            .open(to: .admin).takes(.user).answers(UserReply.self, "The account."),
        Endpoint(.patch, "/api/v1/admin/users/{id}", "changeUser", "Changes an account.")
            .telling("Its services and data stay as they are. The last admin stays one.")
            .open(to: .admin).takes(.user).takes(UserChangeBody.self).repeatableByNature
            .answers(UserReply.self, "The account as it is now.").refuses(.conflict),
        Endpoint(
            .post, "/api/v1/admin/users/{id}/reset-password", "resetPassword",
            "Gives an account a one-time password."
        )
        .telling("Its logins end. The password is shown this once, and not to a repeat.")
        .open(to: .admin).takes(.user).takes(EmptyBody.self, isRequired: false).repeatable
        .answers(NewUserReply.self, "The account, and its password.").refuses(.conflict),
    ]
}
