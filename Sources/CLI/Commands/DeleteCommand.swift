import ArgumentParser
import Wire

/// `holdfast delete`
struct DeleteCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Give up an ended service and its data.",
        discussion: """
            Shows what will happen, and asks for the instance's name to be typed. A program gives \
            it by --confirm. For a while “holdfast undo-delete” takes it back.
            """)

    @Option(
        help: ArgumentHelp("The instance's name, instead of typing it.", valueName: "name"))
    var confirm: String?

    @OptionGroup var target: Target
    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let begun = try await ConfirmedVerb.delete.begin(target, confirm: confirm, at: desk)
        try await desk.settle(begun, wait: waiting.wait)
        guard desk.format == .table else { return }
        let after: Answer<SubscriptionReply> = try await desk.api.get(target.path)
        desk.say(DeleteText.undo(after.value, desk.paint))
    }
}
