import Domain

extension SQLTransaction {
    func events(
        of instance: InstanceID, before: Int64?, limit: Int
    ) throws -> [InstanceEvent] {
        let limit = max(0, limit)
        return try readable(limit, key: "sequence", after: .integer(before ?? .max)) {
            try connection.rows(
                """
                \(InstanceEvent.table.select)
                WHERE instance_id = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?
                """, [SQLValue(instance), $0 ?? .integer(.max), SQLValue(limit)])
        }
    }

    func append(_ event: InstanceEvent) throws { try add(event) }

    func idempotency(_ key: IdempotencyKey) throws -> IdempotencyRecord? {
        try first(
            "WHERE user_id = ? AND key = ?", SQLValue(key.userID), SQLValue(key.value))
    }

    func insert(_ record: IdempotencyRecord) throws {
        let isNew = try connection.execute(
            "\(IdempotencyRecord.table.insert) ON CONFLICT (user_id, key) DO NOTHING",
            record.cells())
        guard isNew == 1 else {
            throw Refusal.conflict(
                "A request with the idempotency key “\(record.key.value)” has just been made. "
                    + "Repeat this one to get its answer.")
        }
    }
}
