import Domain

extension Hold: Kept {
    static let table = Table(
        "holds", ["kind", "why", "since", "lifted_at", "lifted_by", "allowed_until"])

    init(row: SQLRow) throws {
        self.init(
            kind: try row.word("kind"), why: try row.text("why"),
            since: try row.instant("since"), liftedAt: try row.optionalInstant("lifted_at"),
            liftedBy: try row.optionalText("lifted_by"),
            allowedUntil: try row.optionalInstant("allowed_until"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(kind), SQLValue(why), SQLValue(since), SQLValue(liftedAt),
            SQLValue(liftedBy), SQLValue(allowedUntil),
        ]
    }
}
