import Domain

extension SQLTransaction {
    func value(_ key: MetaKey) throws -> String? {
        try connection.rows("SELECT value FROM meta WHERE key = ?", [SQLValue(key)])
            .first?.text("value")
    }

    func setValue(_ value: String, for key: MetaKey) throws {
        try connection.execute(
            """
            INSERT INTO meta (key, value) VALUES (?, ?)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """, [SQLValue(key), SQLValue(value)])
    }

    func engineHealth() throws -> EngineHealth? {
        try first("WHERE id = 1")
    }

    func save(_ health: EngineHealth) throws {
        try connection.execute(
            """
            \(EngineHealth.table.insert)
            ON CONFLICT (id) DO UPDATE
            SET state = excluded.state, since = excluded.since, detail = excluded.detail,
                abilities = excluded.abilities
            """, health.cells())
    }
}
