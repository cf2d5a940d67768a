import ArgumentParser
import Wire

/// `holdfast admin users change`
struct UserEdit: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "change", abstract: "Give an account another role or name.")

    @Argument(help: "The account's e-mail address or id.")
    var user: String

    @Option(help: "customer or admin.")
    var role: String?

    @Option(help: "The person's name.")
    var name: String?

    @OptionGroup var options: ClientOptions

    func validate() throws {
        guard role != nil || name != nil else {
            throw ValidationError("Say what is to change: --role or --name.")
        }
    }

    func perform(at desk: Desk) async throws {
        let id = try await desk.api.userID(user)
        let changed: Answer<UserReply> = try await desk.api.send(
            "PATCH", "admin/users/\(id.escaped)", UserChangeBody(role: role, name: name))
        try desk.show(changed) { AccountText.users([$0], desk.paint) }
    }
}

/// `holdfast admin users reset-password`
struct UserReset: ClientCommand {
    private struct Nothing: Encodable {}

    static let configuration = CommandConfiguration(
        commandName: "reset-password",
        abstract: "Give an account a one-time password, and end its logins.")

    @Argument(help: "The account's e-mail address or id.")
    var user: String

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let id = try await desk.api.userID(user)
        let made: Answer<NewUserReply> = try await desk.api.send(
            "POST", "admin/users/\(id.escaped)/reset-password", Nothing())
        try desk.show(made) { AccountText.made($0, desk.paint) }
    }
}
