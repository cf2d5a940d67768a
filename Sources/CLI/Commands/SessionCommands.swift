import ArgumentParser
import Wire

/// `holdfast login`
struct LoginCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Log in, and keep the login in a file of yours alone.")

    @Option(help: "The account's e-mail address; asked for if not given.")
    var email: String?

    @Flag(help: "Read the password from the first line of the standard input.")
    var passwordStdin = false

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        if ServerAddress.isOpenToAll(desk.api.server) {
            desk.terminal.complainLine(
                "Note: \(desk.api.server) has no TLS; the password crosses the network readable.")
        }
        let email = try email ?? desk.askFor("E-mail: ", option: "--email")
        let password =
            passwordStdin
            ? try desk.line("the password") : try desk.askSecretlyFor("Password: ")
        let login = try await desk.api.logIn(email: email, password: password)
        let user = login.user
        desk.say("Logged in at \(desk.api.server) as \(user.name) <\(user.email)>, \(user.role).")
        guard user.mustChangePassword else { return }
        guard desk.terminal.canAsk, !passwordStdin else {
            return desk.terminal.complainLine(
                "This password was made to be used once. Set your own: holdfast password")
        }
        desk.say("This password was made to be used once. Choose your own.")
        try await desk.changePassword(from: password, to: desk.askForNewPassword())
    }
}

/// `holdfast logout`
struct LogoutCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "End the login, here and at the server.")

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        try await desk.api.logOut()
        desk.say("Logged out of \(desk.api.server).")
    }
}

/// `holdfast whoami`
struct WhoamiCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami", abstract: "Show the account that is logged in.")

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let me: Answer<UserReply> = try await desk.api.get("me")
        try desk.show(me) { AccountText.user($0, server: desk.api.server, desk.paint) }
    }
}

/// `holdfast password`
struct PasswordCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Change your password.")

    @Flag(help: "Read the present password and the new one from two lines of standard input.")
    var passwordStdin = false

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        if passwordStdin {
            let current = try desk.line("the present password")
            return try await desk.changePassword(
                from: current, to: desk.line("the new password"))
        }
        let current = try desk.askSecretlyFor("Present password: ")
        try await desk.changePassword(from: current, to: desk.askForNewPassword())
    }
}
