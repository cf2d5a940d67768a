import ArgumentParser
import Wire

/// `holdfast audit export`
struct AuditExport: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write all rows with their hashes, oldest first.",
        discussion: """
            One JSON object a line, to the standard output; “holdfast audit verify --file” checks \
            it. To go on where an earlier export ended, give the number of its last row.
            """)

    @Option(help: "Only rows after this number.")
    var after: Int64?

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let query = after.map { [("after", "\($0)")] } ?? []
        var (count, last) = (0, String?.none)
        try await desk.api.lines("admin/audit/export", query) { line in
            desk.terminal.writeLine(line)
            (count, last) = (count + 1, line)
        }
        guard desk.format == .table, let last else { return }
        let row = try Answer<AuditLineReply>(Array(last.utf8)).value
        desk.terminal.complainLine(
            "Rows: \(count). Head: \(row.sequence):\(row.hash ?? "none")")
    }
}
