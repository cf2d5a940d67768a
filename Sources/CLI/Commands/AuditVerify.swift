import ArgumentParser
import FoundationEssentials
import Wire

/// `holdfast audit verify`
struct AuditVerify: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Find the first row that somebody changed.",
        discussion: """
            Each row has a hash over itself and the hash of the row before, so whatever was \
            edited, removed, inserted or moved is found, and named by its row. Whoever can write \
            the whole database can also reckon all hashes anew: note down the head that this \
            prints, elsewhere, and give it later as --expect. Ends with 65 when something is \
            wrong.
            """)

    @Option(
        help: ArgumentHelp(
            "Look into a data directory on this machine, or a copy of one, without a server.",
            valueName: "folder"), completion: .directory)
    var data: String?

    @Option(
        help: ArgumentHelp("Look into what “holdfast audit export” wrote.", valueName: "file"),
        completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp(
            "A head that was noted down: the trail must still have that row.",
            valueName: "head"))
    var expect: String?

    @OptionGroup var options: ClientOptions

    func validate() throws {
        guard data == nil || file == nil else {
            throw ValidationError("Say --data or --file, not both.")
        }
    }

    func perform(at desk: Desk) async throws {
        let found = try await inspect(at: desk)
        try desk.show(found) { AuditText.inspection($0, desk.paint) }
        if let fault = found.value.fault { throw Failure.auditFault(fault) }
    }

    private func inspect(at desk: Desk) async throws -> Answer<AuditInspectionReply> {
        if let data { return try await local(.data(data)) }
        if let file { return try await local(.file(file)) }
        let query = expect.map { [("expect", $0)] } ?? []
        var last: Answer<AuditInspectionReply>?
        try await desk.api.lines("admin/audit/verify", query) { line in
            last = try Answer(Array(line.utf8))
        }
        guard let last, last.value.isOver else {
            throw Failure.badAnswer("It broke off before the end. Try again.")
        }
        return last
    }

    private func local(_ place: LocalAudit.Place) async throws -> Answer<AuditInspectionReply> {
        do {
            let found = try await LocalAudit.inspect(place, expect)
            return try Answer(Array(JSONEncoder().encode(found)))
        } catch let refusal as LocalAudit.Refusal {
            throw Failure.refused(refusal.message)
        }
    }
}
