import Domain

extension AuditEvent: Kept {
    static let table = Table(
        "audit", counted: "sequence",
        [
            "at", "actor", "role", "address", "request_id", "action", "subject", "subject_id",
            "details",
        ])

    init(row: SQLRow) throws {
        self.init(
            sequence: try row.integer("sequence"), at: try row.instant("at"),
            actor: try row.text("actor"), role: try row.text("role"),
            address: try row.optionalText("address"),
            requestID: try row.optionalText("request_id"), action: try row.text("action"),
            subject: try row.text("subject"), subjectID: try row.text("subject_id"),
            details: try Self.details(of: row))
    }

    /// Somebody's meddling with one row is no reason to hide all: `AuditInspection` finds it.
    private static func details(of row: SQLRow) throws -> [String: String] {
        do {
            return try row.json("details")
        } catch {
            return ["unreadable": try row.text("details")]
        }
    }

    /// Without the sequence, which the database counts.
    func cells() -> [SQLValue] {
        [
            SQLValue(at), SQLValue(actor), SQLValue(role), SQLValue(address),
            SQLValue(requestID), SQLValue(action), SQLValue(subject), SQLValue(subjectID),
            SQLValue(detailsText),
        ]
    }
}
