import ArgumentParser
import Wire

/// `holdfast token`
struct TokenCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "API tokens, for programs.",
        subcommands: [TokenCreate.self, TokenList.self, TokenRevoke.self])
}

/// `holdfast token create`
struct TokenCreate: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a token. It is shown this once.")

    @Argument(help: "What it is for, in your words.")
    var name: String

    @Option(help: "What it may do: read, operate or admin.")
    var scope = "operate"

    @Option(
        help: ArgumentHelp(
            "When it ends, such as 2030-01-31T09:30:00Z; else when it is revoked.",
            valueName: "time"))
    var expires: String?

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let made: Answer<TokenReply> = try await desk.api.send(
            "POST", "me/tokens", TokenBody(name: name, scope: scope, expiresAt: expires))
        try desk.show(made) { $0.secret ?? "" }
        if desk.format == .table {
            desk.terminal.complainLine("Keep it now: nobody can show it again.")
        }
    }
}

/// `holdfast token list`
struct TokenList: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show your tokens, without their secrets.")

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let all: Answer<[TokenReply]> = try await desk.api.all("me/tokens")
        try desk.show(all) { AccountText.tokens($0, desk.paint) }
    }
}

/// `holdfast token revoke`
struct TokenRevoke: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Make a token worthless.")

    @Argument(help: "The token's id.")
    var id: String

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        try await desk.api.delete("me/tokens/\(id.escaped)")
        desk.say("The token is revoked.")
    }
}
