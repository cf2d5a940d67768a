import ArgumentParser
import Wire

/// `holdfast admin orphans`
struct OrphanCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "orphans",
        abstract: "Show what the engine has and nobody claims; have it removed.",
        discussion: """
            Without options nothing is done. With --confirm, what the report calls removable goes \
            once the undo window is over; until then --undo takes that back.
            """)

    @Option(help: "The digest of the report that you have read.")
    var confirm: String?

    @Flag(help: "Take back what was confirmed and has not begun to go.")
    var undo = false

    @OptionGroup var options: ClientOptions

    func validate() throws {
        if undo, confirm != nil {
            throw ValidationError("--confirm and --undo contradict each other.")
        }
    }

    func perform(at desk: Desk) async throws {
        let path = "admin/pods/cleanup-orphaned"
        let report: Answer<OrphansReply> =
            undo
            ? try await desk.api.send("POST", "\(path)/undo", [String: String]())
            : try await desk.api.send("POST", path, CleanupBody(digest: confirm))
        try desk.show(report) { OrphanText.report($0, desk.paint) }
    }
}
