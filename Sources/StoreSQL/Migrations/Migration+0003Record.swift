extension Migration {
    /// What was asked for and how it went, what befell instances, and who did what.
    static let record = Migration(3, "record") { dialect in
        let integer = dialect.integer
        return [
            """
            CREATE TABLE operations (
                id TEXT PRIMARY KEY NOT NULL,
                kind TEXT NOT NULL,
                instance_id TEXT NOT NULL
                    REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
                subscription_id TEXT NOT NULL
                    REFERENCES subscriptions (id) DEFERRABLE INITIALLY DEFERRED,
                customer_id TEXT NOT NULL
                    REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
                requested_by TEXT NOT NULL,
                state TEXT NOT NULL
                    CHECK (state IN ('pending', 'running', 'succeeded', 'failed')),
                message TEXT,
                created_at \(integer) NOT NULL,
                started_at \(integer),
                ended_at \(integer),
                deadline \(integer) NOT NULL,
                CHECK ((ended_at IS NULL) = (state IN ('pending', 'running')))
            ) \(dialect.strict)
            """,
            """
            CREATE UNIQUE INDEX operations_active ON operations (instance_id)
                WHERE ended_at IS NULL
            """,
            "CREATE INDEX operations_of_customer ON operations (customer_id, id)",
            "CREATE INDEX operations_of_subscription ON operations (subscription_id, id)",
            """
            CREATE TABLE operation_steps (
                operation_id TEXT NOT NULL
                    REFERENCES operations (id) DEFERRABLE INITIALLY DEFERRED,
                sequence \(integer) NOT NULL,
                at \(integer) NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (operation_id, sequence)
            ) \(dialect.strict)
            """,
            """
            CREATE TABLE instance_events (
                sequence \(dialect.serial),
                instance_id TEXT NOT NULL
                    REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
                at \(integer) NOT NULL,
                severity TEXT NOT NULL,
                kind TEXT NOT NULL,
                message TEXT NOT NULL
            ) \(dialect.strict)
            """,
            """
            CREATE INDEX instance_events_of_instance
                ON instance_events (instance_id, sequence)
            """,
            """
            CREATE TABLE audit (
                sequence \(dialect.serial),
                at \(integer) NOT NULL,
                actor TEXT NOT NULL,
                role TEXT NOT NULL,
                address TEXT,
                request_id TEXT,
                action TEXT NOT NULL,
                subject TEXT NOT NULL,
                subject_id TEXT NOT NULL,
                details TEXT NOT NULL
            ) \(dialect.strict)
            """,
        ] + dialect.refusing(.update, "audit") + dialect.refusing(.delete, "audit")
    }
}
