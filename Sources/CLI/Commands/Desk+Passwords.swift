import Wire

extension Desk {
    /// A line that must be there.
    func line(_ what: String) throws(Failure) -> String {
        guard let line = terminal.readLine(), !line.isEmpty else {
            throw .usage("The standard input ended before \(what).")
        }
        return line
    }

    /// - Parameter option: What a program gives instead.
    func askFor(_ prompt: String, option: String) throws(Failure) -> String {
        guard terminal.canAsk else {
            throw .usage("There is no terminal to ask at. Give \(option).")
        }
        guard let answer = terminal.ask(prompt), !answer.isEmpty else {
            throw .usage("Nothing was typed.")
        }
        return answer
    }

    func askSecretlyFor(_ prompt: String) throws(Failure) -> String {
        guard terminal.canAsk else {
            throw .usage("There is no terminal to ask at. Give --password-stdin.")
        }
        guard let answer = terminal.askSecretly(prompt), !answer.isEmpty else {
            throw .usage("Nothing was typed.")
        }
        return answer
    }

    /// Twice the same, since nobody sees what is typed.
    func askForNewPassword() throws(Failure) -> String {
        let first = try askSecretlyFor("New password: ")
        guard try askSecretlyFor("Once more: ") == first else {
            throw .refused("The two passwords differ; the present one stays.")
        }
        return first
    }

    /// The server ends all logins when a password changes, so this one begins anew.
    func changePassword(from current: String, to new: String) async throws {
        let me: Answer<UserReply> = try await api.get("me")
        try await api.send(
            "PUT", "me/password", PasswordBody(currentPassword: current, newPassword: new))
        _ = try await api.logIn(email: me.value.email, password: new)
        say("The password is changed.")
    }
}
