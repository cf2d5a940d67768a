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
        let begun = try await ConfirmedVerb.reset.begin(target, confirm: confirm, at: desk)
        try await desk.settle(begun, wait: waiting.wait)
        guard desk.format == .table else { return }
        let after: Answer<SubscriptionReply> = try await desk.api.get(target.path)
        if let undo = SubscriptionText.undo(after.value, desk.paint) { desk.say(undo) }
    }
}
