extension Migration {
    /// Until when subscriptions are paid for, and who is told what about their ends.
    static let endings = Migration(8, "endings") { dialect in
        let integer = dialect.integer
        return [
            "ALTER TABLE subscriptions ADD COLUMN paid_until \(integer)",
            "ALTER TABLE subscriptions ADD COLUMN sweep_at \(integer)",
            """
            CREATE INDEX subscriptions_to_sweep ON subscriptions (sweep_at)
                WHERE sweep_at IS NOT NULL
            """,
            """
            CREATE TABLE notices (
                id TEXT PRIMARY KEY NOT NULL,
                kind TEXT NOT NULL,
                channel TEXT NOT NULL CHECK (channel IN ('mail', 'webhook')),
                recipient TEXT NOT NULL,
                user_id TEXT REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
                subscription_id TEXT
                    REFERENCES subscriptions (id) DEFERRABLE INITIALLY DEFERRED,
                ending \(integer),
                contents TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'dead')),
                attempts \(integer) NOT NULL,
                due_at \(integer) NOT NULL,
                created_at \(integer) NOT NULL,
                ended_at \(integer),
                trouble TEXT,
                CHECK ((ended_at IS NULL) = (state = 'pending'))
            ) \(dialect.strict)
            """,
            """
            CREATE INDEX notices_due ON notices (channel, due_at, id) WHERE state = 'pending'
            """,
            "CREATE INDEX notices_in_state ON notices (state, id)",
            "CREATE INDEX notices_of_subscription ON notices (subscription_id, id)",
            """
            CREATE UNIQUE INDEX notices_of_ending
                ON notices (subscription_id, ending, kind, channel)
                WHERE ending IS NOT NULL
            """,
            """
            CREATE TABLE payment_events (
                id TEXT PRIMARY KEY NOT NULL,
                kind TEXT NOT NULL,
                subscription_id TEXT NOT NULL
                    REFERENCES subscriptions (id) DEFERRABLE INITIALLY DEFERRED,
                fingerprint TEXT NOT NULL,
                received_at \(integer) NOT NULL
            ) \(dialect.strict)
            """,
        ] + dialect.refusing(.delete, "notices")
    }
}
