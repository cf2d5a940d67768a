import ArgumentParser
import Wire

/// `holdfast change-variant`
struct VariantCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "change-variant",
        abstract: "Give a service more room, or less. Its data stays.",
        discussion: "A volume grows with its variant, and never shrinks.")

    @OptionGroup var target: Target

    @Argument(help: "The variant, such as Plus.")
    var variant: String

    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let begun: Answer<OperationReply> = try await desk.api.send(
            "POST", "\(target.path)/change-variant", VariantBody(variant: variant))
        try await desk.settle(begun, wait: waiting.wait)
    }
}
