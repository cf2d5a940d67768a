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
        Endpoint(.patch, "/api/v1/admin/users/{id}", "changeUser", "Shuts out, or lets in again.")
            .open(to: .admin).takes(.user).takes(UserChangeBody.self).repeatableByNature
            .answers(UserReply.self, "The account as it is now.").refuses(.conflict),
    ]
}
