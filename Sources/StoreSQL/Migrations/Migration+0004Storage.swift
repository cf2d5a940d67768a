extension Migration {
    /// Where customers' data is, and who said that it may go.
    static let storage = Migration(4, "storage") { dialect in
        let integer = dialect.integer
        return [
            """
            CREATE TABLE volumes (
                id TEXT PRIMARY KEY NOT NULL,
                instance_id TEXT NOT NULL
                    REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
                name TEXT NOT NULL,
                template TEXT NOT NULL,
                generation \(integer) NOT NULL CHECK (generation >= 1),
                size \(integer) NOT NULL,
                claim TEXT NOT NULL UNIQUE,
                uid TEXT,
                state TEXT NOT NULL CHECK (state IN ('attached', 'retired', 'destroyed')),
                claim_status TEXT NOT NULL,
                created_at \(integer) NOT NULL,
                retired_at \(integer),
                retired_by TEXT REFERENCES operations (id) DEFERRABLE INITIALLY DEFERRED,
                destroyed_at \(integer),
                UNIQUE (instance_id, generation, name),
                CHECK ((destroyed_at IS NULL) = (state <> 'destroyed'))
            ) \(dialect.strict)
            """,
            """
            CREATE TABLE secrets (
                instance_id TEXT NOT NULL
                    REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
                generation \(integer) NOT NULL,
                name TEXT NOT NULL,
                value TEXT NOT NULL,
                PRIMARY KEY (instance_id, generation, name)
            ) \(dialect.strict)
            """,
            """
            CREATE TABLE tickets (
                id TEXT PRIMARY KEY NOT NULL,
                volume_id TEXT NOT NULL
                    REFERENCES volumes (id) DEFERRABLE INITIALLY DEFERRED,
                instance_id TEXT NOT NULL
                    REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
                claim TEXT NOT NULL,
                uid TEXT,
                reason TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('issued', 'begun', 'spent', 'voided')),
                issued_by TEXT NOT NULL,
                confirmation TEXT NOT NULL,
                last_backup TEXT NOT NULL,
                issued_at \(integer) NOT NULL,
                not_before \(integer) NOT NULL,
                begun_at \(integer),
                ended_at \(integer),
                proof TEXT,
                CHECK (state <> 'begun' OR (uid IS NOT NULL AND begun_at IS NOT NULL)),
                CHECK (state <> 'spent' OR proof IS NOT NULL),
                CHECK ((ended_at IS NULL) = (state IN ('issued', 'begun')))
            ) \(dialect.strict)
            """,
            "CREATE INDEX tickets_of_instance ON tickets (instance_id, id)",
            """
            CREATE UNIQUE INDEX tickets_open ON tickets (volume_id)
                WHERE state IN ('issued', 'begun')
            """,
            """
            CREATE INDEX tickets_unfinished ON tickets (instance_id, not_before)
                WHERE state IN ('issued', 'begun')
            """,
        ] + dialect.refusing(.delete, "volumes") + dialect.refusing(.delete, "tickets")
            + dialect.refusing(.delete, "secrets")
    }
}
