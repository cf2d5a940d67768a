import Wire

extension AuditRoutes {
    static let contract = [
        Endpoint(.get, root, "listAudit", "What was done, and by whom.")
            .open(to: .admin)
            .takes(.auditActor, .auditSubject, .auditAction, .since, .until)
            .listsNewest(AuditReply.self, "Newest first."),
        Endpoint(
            .get, "\(root)/verify", "verifyAudit", "Whether that is still as it was written."
        )
        .telling(
            """
            Each row has a hash over itself and the hash of the row before. A line now and then \
            says how far it is; the last one, where `isOver`, what was found.
            """
        )
        .open(to: .admin).takes(.expectedHead).answers(.inspection),
        Endpoint(.get, "\(root)/export", "exportAudit", "All of it, with hashes.")
            .telling("One line a row, oldest first. An answer that breaks off is not whole.")
            .open(to: .admin).takes(.afterSequence).answers(.export),
    ]

    private static let root = "/api/v1/admin/audit"
}

extension AnswerContract {
    fileprivate static let inspection = AnswerContract(
        stream: AuditLines.contentType, of: AuditInspectionReply.self, "What was found.",
        example: #"{"checked":41,"head":"41:\#(Example.hash)","isOver":true}"# + "\n")

    fileprivate static let export = AnswerContract(
        stream: AuditLines.contentType, of: AuditLineReply.self, "The rows.",
        example: #"{"action":"user.create","actor":"system","at":"\#(Example.then)","details":{},"#
            + #""hash":"\#(Example.hash)","previousHash":"\#(Example.hash)","role":"system","#
            + #""sequence":42,"subject":"user","subjectId":"\#(Example.user)"}"# + "\n")
}
