import Domain

extension EngineHealth: Kept {
    static let table = Table("engine_health", ["id", "state", "since", "detail", "abilities"])

    init(row: SQLRow) throws {
        self.init(
            state: try row.word("state"), since: try row.instant("since"),
            detail: try row.text("detail"), abilities: try row.optionalJSON("abilities"))
    }

    /// There is one engine, and so one row.
    func cells() throws -> [SQLValue] {
        [
            SQLValue(1), SQLValue(state), SQLValue(since), SQLValue(detail),
            try .json(abilities),
        ]
    }
}
