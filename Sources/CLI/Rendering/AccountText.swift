import Wire

/// Accounts and their tokens, as people read them.
enum AccountText {
    static func user(_ user: UserReply, server: String, _ paint: Paint) -> String {
        Card([
            ("Account", "\(user.name) <\(user.email)>"), ("Role", user.role), ("Id", user.id),
            ("Since", Moment.text(user.createdAt)), ("Server", server),
            ("Password", user.mustChangePassword ? "to be changed: holdfast password" : nil),
        ]).text(paint)
    }

    static func users(_ users: [UserReply], _ paint: Paint) -> String {
        Table(
            ["EMAIL", "NAME", "ROLE", "STATE", "SINCE", "ID"],
            users.map { user in
                [
                    user.email, user.name, user.role,
                    user.disabledAt == nil ? "enabled" : "disabled",
                    Moment.text(user.createdAt), user.id,
                ]
            }
        ).text(paint)
    }

    /// With the password that is shown this once, where there is one.
    static func made(_ made: NewUserReply, _ paint: Paint) -> String {
        let once = made.oneTimePassword.map { "\n\nOne-time password: \($0)" } ?? ""
        return users([made.user], paint) + once
    }

    static func tokens(_ tokens: [TokenReply], _ paint: Paint) -> String {
        guard !tokens.isEmpty else { return "No tokens." }
        return Table(
            ["NAME", "SCOPE", "STATE", "MADE AT", "ENDS AT", "ID"],
            tokens.map { token in
                [
                    token.name, token.scope, token.revokedAt == nil ? "valid" : "revoked",
                    Moment.text(token.createdAt), Moment.text(token.expiresAt), token.id,
                ]
            }
        ).text(paint)
    }
}
