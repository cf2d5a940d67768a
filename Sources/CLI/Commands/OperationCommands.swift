import ArgumentParser
import Wire

/// `holdfast operations`
struct OperationCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operations", abstract: "Requests that take time, and how far they are.",
        subcommands: [OperationList.self, OperationShow.self, OperationWait.self],
        defaultSubcommand: OperationList.self)
}

/// `holdfast operations list`
struct OperationList: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show the latest operations.")

    @Option(
        help: "Only those of this instance (its name) or subscription (its id).",
        completion: .instances)
    var of: String?

    @Option(help: "How many at most.")
    var limit = 50

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let page: Answer<PageReply<OperationReply>> = try await desk.api.get(
            "operations", [("limit", "\(limit)")] + (of.map { [("subscription", $0)] } ?? []))
        try desk.show(page) { OperationText.list($0.items, desk.paint) }
    }
}

/// `holdfast operations show`
struct OperationShow: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one operation with its steps.")

    @Argument(help: "The operation's id.", completion: .operations)
    var id: String

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let one: Answer<OperationReply> = try await desk.api.get("operations/\(id.escaped)")
        try desk.show(one) { OperationText.details($0, desk.paint) }
    }
}

/// `holdfast operations watch`
struct OperationWait: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Follow an operation to its end.")

    @Argument(help: "The operation's id.", completion: .operations)
    var id: String

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        try await desk.settle(desk.api.get("operations/\(id.escaped)"), wait: true)
    }
}
