import Domain

extension EngineHealth: Kept {
    static let table = Table("engine_health", ["id", "state", "since", "detail"])

    init(row: SQLRow) throws {
        self.init(
            state: try row.word("state"), since: try row.instant("since"),
            detail: try row.text("detail"))
    }

    /// There is one engine, and so one row.
    func cells() -> [SQLValue] {
        [SQLValue(1), SQLValue(state), SQLValue(since), SQLValue(detail)]
    }
}
