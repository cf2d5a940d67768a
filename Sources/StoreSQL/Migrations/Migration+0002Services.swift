extension Migration {
    /// What was promised to customers, what runs for it, and what was last seen of that.
    static let services = Migration(2, "services") { dialect in
        let integer = dialect.integer
        return [
            """
            CREATE TABLE subscriptions (
                id TEXT PRIMARY KEY NOT NULL,
                customer_id TEXT NOT NULL
                    REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
                service TEXT NOT NULL,
                variant TEXT NOT NULL,
                status TEXT NOT NULL
                    CHECK (status IN ('active', 'expired', 'cancelled', 'purged')),
                created_at \(integer) NOT NULL,
                ended_at \(integer),
                grace_ends_at \(integer)
            ) \(dialect.strict)
            """,
            "CREATE INDEX subscriptions_of_customer ON subscriptions (customer_id, id)",
            """
            CREATE TABLE instances (
                id TEXT PRIMARY KEY NOT NULL,
                subscription_id TEXT NOT NULL UNIQUE
                    REFERENCES subscriptions (id) DEFERRABLE INITIALLY DEFERRED,
                customer_id TEXT NOT NULL
                    REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
                name TEXT NOT NULL UNIQUE,
                wish TEXT NOT NULL CHECK (wish IN ('running', 'stopped', 'erased')),
                spec TEXT NOT NULL,
                host_port \(integer) NOT NULL,
                generation \(integer) NOT NULL CHECK (generation >= 1),
                restarts_wanted \(integer) NOT NULL,
                restarts_done \(integer) NOT NULL,
                restart_from TEXT,
                created_at \(integer) NOT NULL
            ) \(dialect.strict)
            """,
            "CREATE INDEX instances_wanted ON instances (id) WHERE wish <> 'erased'",
            """
            CREATE UNIQUE INDEX instances_by_host_port ON instances (host_port)
                WHERE wish <> 'erased' AND host_port > 0
            """,
            """
            CREATE TABLE instance_status (
                instance_id TEXT PRIMARY KEY NOT NULL
                    REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
                phase TEXT NOT NULL,
                message TEXT,
                since \(integer) NOT NULL,
                first_ready_at \(integer)
            ) \(dialect.strict)
            """,
            """
            CREATE INDEX instance_status_unfinished ON instance_status (instance_id)
                WHERE phase <> 'erased'
            """,
            """
            CREATE TABLE engine_health (
                id \(integer) PRIMARY KEY CHECK (id = 1),
                state TEXT NOT NULL,
                since \(integer) NOT NULL,
                detail TEXT NOT NULL
            ) \(dialect.strict)
            """,
        ]
    }
}
