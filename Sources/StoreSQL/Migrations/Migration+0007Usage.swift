extension Migration {
    /// How much the volumes hold, and what the engine can do.
    static let usage = Migration(7, "usage") { dialect in
        let integer = dialect.integer
        return [
            """
            CREATE TABLE volume_usage (
                volume_id TEXT PRIMARY KEY NOT NULL
                    REFERENCES volumes (id) DEFERRABLE INITIALLY DEFERRED,
                instance_id TEXT NOT NULL
                    REFERENCES instances (id) DEFERRABLE INITIALLY DEFERRED,
                used \(integer) NOT NULL,
                enforced \(integer) NOT NULL CHECK (enforced IN (0, 1)),
                told_full \(integer) NOT NULL CHECK (told_full IN (0, 1)),
                measured_at \(integer) NOT NULL
            ) \(dialect.strict)
            """,
            "CREATE INDEX volume_usage_of_instance ON volume_usage (instance_id, volume_id)",
            "ALTER TABLE engine_health ADD COLUMN abilities TEXT",
        ]
    }
}
