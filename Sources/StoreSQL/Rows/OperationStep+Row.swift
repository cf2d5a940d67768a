import Domain

extension OperationStep: Kept {
    static let table = Table("operation_steps", ["operation_id", "sequence", "at", "text"])

    init(row: SQLRow) throws {
        self.init(
            operationID: try row.id("operation_id"), sequence: try row.int("sequence"),
            at: try row.instant("at"), text: try row.text("text"))
    }

    func cells() -> [SQLValue] {
        [SQLValue(operationID), SQLValue(sequence), SQLValue(at), SQLValue(text)]
    }
}
