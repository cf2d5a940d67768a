import ArgumentParser
import Wire

/// Which rows of the audit trail are wanted.
struct AuditFilter: ParsableArguments {
    @Option(help: "How many at most.")
    var limit = 50

    @Option(help: "Only rows before this number.")
    var before: Int64?

    @Option(
        help: ArgumentHelp(
            "Only what this one has done: an e-mail address, an id, system or nobody.",
            valueName: "who"))
    var actor: String?

    @Option(
        help: ArgumentHelp("Only what was done to the thing with this id.", valueName: "id"))
    var subject: String?

    @Option(
        help: ArgumentHelp("Only acts whose name begins so: user.", valueName: "beginning"))
    var action: String?

    @Option(
        help: ArgumentHelp(
            "Only from this moment on, such as 2030-01-31T09:30:00Z.", valueName: "time"))
    var since: String?

    @Option(help: ArgumentHelp("Only before this moment.", valueName: "time"))
    var until: String?

    func query(_ api: APIClient) async throws -> [(String, String)] {
        var actor = actor
        if let known = actor { actor = try await api.userID(known) }
        let given = [
            ("before", before.map { "\($0)" }), ("actor", actor), ("subject", subject),
            ("action", action), ("since", since), ("until", until),
        ]
        return [("limit", "\(limit)")]
            + given.compactMap { name, value in value.map { (name, $0) } }
    }

    /// What both commands do that show rows.
    func show(at desk: Desk) async throws {
        let page: Answer<PageReply<AuditReply>> = try await desk.api.get(
            "admin/audit", query(desk.api))
        try desk.show(page) { RecordText.audit($0.items, desk.paint) }
    }
}

/// `holdfast audit list`
struct AuditList: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show who did what, newest first.")

    @OptionGroup var filter: AuditFilter
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws { try await filter.show(at: desk) }
}
