import ArgumentParser
import Wire

/// `holdfast admin debug`
struct DebugCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "debug",
        abstract: "Show all that may be amiss: services, volumes, orphans, the engine.")

    @Option(help: "How many services at most.")
    var limit = 50

    @Option(help: "Only services after this one; the last page says which.")
    var after: String?

    @Flag(help: "Ask the engine anew, where it would answer from what it knows.")
    var live = false

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let report: Answer<DebugReply> = try await desk.api.get(
            "admin/pods/debug",
            [("limit", "\(limit)")] + (after.map { [("after", $0)] } ?? [])
                + (live ? [("live", "true")] : []))
        try desk.show(report) { DebugText.report($0, desk.paint) }
    }
}
