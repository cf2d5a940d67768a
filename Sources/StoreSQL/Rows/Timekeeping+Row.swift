import Domain

extension Timekeeping: Kept {
    static let table = Table("timekeeping", ["id", "seen_at", "uncounted", "tolerance"])

    init(row: SQLRow) throws {
        self.init(
            seenAt: try row.instant("seen_at"),
            uncounted: .milliseconds(try row.integer("uncounted")),
            tolerance: .milliseconds(try row.integer("tolerance")))
    }

    func cells() -> [SQLValue] {
        [
            .integer(1), SQLValue(seenAt), .integer(uncounted.milliseconds),
            .integer(tolerance.milliseconds),
        ]
    }
}
