import ArgumentParser
import Wire

/// `holdfast admin pods`
struct PodCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pods", abstract: "Act on anybody's service.",
        subcommands: [PodResetCommand.self, PodActionCommand.self])
}

/// `holdfast admin pods reset`
struct PodResetCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Start a service over with empty data; tell its owner.")

    @Option(help: ArgumentHelp("The instance's name, once more.", valueName: "name"))
    var confirm: String

    @OptionGroup var target: Target
    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let begun: Answer<OperationReply> = try await desk.api.send(
            "POST", "admin/pods/\(target.name.escaped)/reset", ConfirmBody(confirm: confirm))
        try await desk.settle(begun, wait: waiting.wait)
    }
}

/// `holdfast admin pods action`
struct PodActionCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "action", abstract: "Restart, stop, start, cancel, resubscribe or delete.",
        discussion: "A deletion wants --confirm NAME, and can be taken back by undo-delete.")

    @OptionGroup var target: Target

    @Argument(help: "What is to be done, such as restart.")
    var action: String

    @Option(help: ArgumentHelp("The instance's name, once more.", valueName: "name"))
    var confirm: String?

    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let begun: Answer<OperationReply> = try await desk.api.send(
            "POST", "admin/pods/\(target.name.escaped)/action",
            ActionBody(action: action, confirm: confirm))
        try await desk.settle(begun, wait: waiting.wait)
    }
}
