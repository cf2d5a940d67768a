import Domain

extension IdempotencyRecord: Kept {
    static let table = Table(
        "idempotency", ["user_id", "key", "fingerprint", "result", "created_at"])

    init(row: SQLRow) throws {
        self.init(
            key: IdempotencyKey(userID: try row.id("user_id"), value: try row.text("key")),
            fingerprint: try row.text("fingerprint"), result: try row.text("result"),
            createdAt: try row.instant("created_at"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(key.userID), SQLValue(key.value), SQLValue(fingerprint),
            SQLValue(result), SQLValue(createdAt),
        ]
    }
}
