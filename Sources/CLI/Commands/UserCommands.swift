import ArgumentParser
import Wire

/// `holdfast admin users`
struct UserCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "users", abstract: "Accounts.",
        subcommands: [
            UserList.self, UserCreate.self, UserEdit.self, UserReset.self, UserDisable.self,
            UserEnable.self,
        ],
        defaultSubcommand: UserList.self)
}

/// `holdfast admin users list`
struct UserList: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show all accounts.")

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let all: Answer<[UserReply]> = try await desk.api.all("admin/users")
        try desk.show(all) { AccountText.users($0, desk.paint) }
    }
}

/// `holdfast admin users create`
struct UserCreate: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make an account with a one-time password.")

    @Argument(help: "The e-mail address to log in with.")
    var email: String

    @Option(help: "The person's name.")
    var name: String

    @Option(help: "customer or admin.")
    var role = "customer"

    @Flag(help: "Read the password from the standard input, instead of a one-time one.")
    var passwordStdin = false

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let password = passwordStdin ? try desk.line("the password") : nil
        let made: Answer<NewUserReply> = try await desk.api.send(
            "POST", "admin/users",
            UserBody(email: email, name: name, role: role, password: password))
        try desk.show(made) { AccountText.made($0, desk.paint) }
    }
}

/// Turns an account off or on; nothing of it is lost.
protocol UserChange: ClientCommand {
    static var disabled: Bool { get }
    var user: String { get }
}

extension UserChange {
    func perform(at desk: Desk) async throws {
        let id = try await desk.api.userID(user)
        let changed: Answer<UserReply> = try await desk.api.send(
            "PATCH", "admin/users/\(id.escaped)", UserChangeBody(disabled: Self.disabled))
        try desk.show(changed) { AccountText.users([$0], desk.paint) }
    }
}

extension APIClient {
    /// The id of whoever has this address; anything without an @ is an id already.
    func userID(_ text: String) async throws -> String {
        guard text.contains("@") else { return text }
        let all: Answer<[UserReply]> = try await all("admin/users")
        guard let user = all.value.first(where: { $0.email == text.lowercased() }) else {
            throw Failure.refused("There is no account “\(text)”.")
        }
        return user.id
    }
}

/// `holdfast admin users disable`
struct UserDisable: UserChange {
    static let disabled = true
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Let an account do nothing, until it is enabled.")

    @Argument(help: "The account's e-mail address or id.")
    var user: String

    @OptionGroup var options: ClientOptions
}

/// `holdfast admin users enable`
struct UserEnable: UserChange {
    static let disabled = false
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let a disabled account work again.")

    @Argument(help: "The account's e-mail address or id.")
    var user: String

    @OptionGroup var options: ClientOptions
}
