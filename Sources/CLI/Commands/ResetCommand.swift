import ArgumentParser
import Wire

/// `holdfast reset`
struct ResetCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset", abstract: "Start over with empty data; the old is kept for a while.",
        discussion: """
            Shows what will happen, and asks for the instance's name to be typed. A program gives \
            it by --confirm.
            """)

    @Option(
        help: ArgumentHelp("The instance's name, instead of typing it.", valueName: "name"))
    var confirm: String?

    @OptionGroup var target: Target
    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let confirmation: String
        if let confirm { confirmation = confirm } else { confirmation = try await ask(at: desk) }
        let begun: Answer<OperationReply> = try await desk.api.send(
            "POST", "\(target.path)/reset-pod", ConfirmBody(confirm: confirmation))
        try await desk.settle(begun, wait: waiting.wait)
        guard desk.format == .table else { return }
        let after: Answer<SubscriptionReply> = try await desk.api.get(target.path)
        if let undo = SubscriptionText.undo(after.value, desk.paint) { desk.say(undo) }
    }

    /// What is typed must be the name itself: a yes is typed too easily.
    private func ask(at desk: Desk) async throws -> String {
        guard desk.terminal.canAsk else {
            throw Failure.usage(
                "A reset takes the present data away, and there is no terminal to ask at. "
                    + "Confirm it with --confirm NAME, the instance's name.")
        }
        let before: Answer<SubscriptionReply> = try await desk.api.get(target.path)
        desk.terminal.complainLine(ResetText.warning(before.value, desk.errorPaint))
        let name = before.value.instance.name
        let typed = desk.terminal.ask("\nType \(name) to go on: ") ?? ""
        guard typed == name else {
            throw Failure.refused("“\(typed)” is not \(name). The data is untouched.")
        }
        return typed
    }
}
