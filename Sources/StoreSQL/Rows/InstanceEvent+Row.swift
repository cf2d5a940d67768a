import Domain

extension InstanceEvent: Kept {
    static let table = Table(
        "instance_events", counted: "sequence",
        ["instance_id", "at", "severity", "kind", "message"])

    init(row: SQLRow) throws {
        self.init(
            sequence: try row.integer("sequence"), instanceID: try row.id("instance_id"),
            at: try row.instant("at"), severity: try row.word("severity"),
            kind: try row.text("kind"), message: try row.text("message"))
    }

    /// Without the sequence, which the database counts.
    func cells() -> [SQLValue] {
        [
            SQLValue(instanceID), SQLValue(at), SQLValue(severity), SQLValue(kind),
            SQLValue(message),
        ]
    }
}
