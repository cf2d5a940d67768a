import Domain

extension Database {
    /// Brings the schema up to what this program knows, each step in a transaction of its own.
    ///
    /// Throws `StoreFailure.failed` when the database is newer than the program; then nothing
    /// has been changed.
    package func migrate(_ migrations: [Migration] = Migration.all) async throws {
        _ = try await write { [dialect] connection in
            try connection.execute(
                """
                CREATE TABLE IF NOT EXISTS schema_migrations (
                    number \(dialect.integer) PRIMARY KEY, title TEXT NOT NULL,
                    applied_at \(dialect.integer) NOT NULL
                ) \(dialect.strict)
                """, [])
        }
        try await refuseNewerSchema(than: migrations.last?.number ?? 0)
        for migration in migrations { try await apply(migration) }
    }

    private func refuseNewerSchema(than known: Int) async throws {
        let present = try await read { connection in
            try connection.rows(
                "SELECT COALESCE(MAX(number), 0) AS number FROM schema_migrations", []
            ).first?.int("number") ?? 0
        }
        guard present <= known else {
            throw StoreFailure.failed(
                "The database was written by a newer Holdfast (its schema has number \(present), "
                    + "this program knows up to \(known)). Nothing was changed. Use that version "
                    + "of Holdfast or a later one.")
        }
    }

    private func apply(_ migration: Migration) async throws {
        try await write { [dialect] connection in
            let isNew = try connection.execute(
                """
                INSERT INTO schema_migrations (number, title, applied_at) VALUES (?, ?, ?)
                ON CONFLICT (number) DO NOTHING
                """,
                [
                    SQLValue(migration.number), SQLValue(migration.title),
                    SQLValue(try connection.now()),
                ])
            guard isNew == 1 else { return }
            for statement in migration.statements(dialect) {
                try connection.execute(statement, [])
            }
            try migration.step(connection)
        }
    }
}
