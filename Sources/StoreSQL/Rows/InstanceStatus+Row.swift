import Domain

extension InstanceStatus: Kept {
    static let table = Table(
        "instance_status", ["instance_id", "phase", "message", "since", "first_ready_at"])

    init(row: SQLRow) throws {
        self.init(
            instanceID: try row.id("instance_id"), phase: try row.word("phase"),
            message: try row.optionalText("message"), since: try row.instant("since"),
            firstReadyAt: try row.optionalInstant("first_ready_at"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(instanceID), SQLValue(phase), SQLValue(message), SQLValue(since),
            SQLValue(firstReadyAt),
        ]
    }
}
