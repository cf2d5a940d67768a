import Wire

/// What was found in an audit trail, as people read it.
enum AuditText {
    static func inspection(_ found: AuditInspectionReply, _ paint: Paint) -> String {
        let verdict =
            found.fault.map { paint.red($0.message.printable) }
            ?? paint.green("It is as it was written.")
        return Card([("Rows", "\(found.checked)"), ("Head", found.head)]).text(paint)
            + "\n\n" + verdict
    }
}
