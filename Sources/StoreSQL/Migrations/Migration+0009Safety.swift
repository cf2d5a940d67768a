extension Migration {
    /// What keeps too much from being destroyed: time that counts, holds, and patience with
    /// orphans.
    static let safety = Migration(9, "safety") { dialect in
        let integer = dialect.integer
        return [
            """
            CREATE TABLE timekeeping (
                id \(integer) PRIMARY KEY CHECK (id = 1),
                seen_at \(integer) NOT NULL,
                uncounted \(integer) NOT NULL,
                tolerance \(integer) NOT NULL
            ) \(dialect.strict)
            """,
            """
            CREATE TABLE holds (
                kind TEXT PRIMARY KEY NOT NULL,
                why TEXT NOT NULL,
                since \(integer) NOT NULL,
                lifted_at \(integer),
                lifted_by TEXT,
                allowed_until \(integer)
            ) \(dialect.strict)
            """,
            """
            CREATE TABLE orphans (
                id TEXT PRIMARY KEY NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('claim', 'workload')),
                name TEXT NOT NULL,
                uid TEXT NOT NULL,
                instance_id TEXT,
                volume_id TEXT,
                generation \(integer),
                may_write \(integer) NOT NULL CHECK (may_write IN (0, 1)),
                state TEXT NOT NULL CHECK (state IN ('seen', 'condemned', 'begun', 'gone')),
                first_seen \(integer) NOT NULL,
                last_seen \(integer) NOT NULL,
                looks \(integer) NOT NULL,
                condemned_by TEXT,
                confirmation TEXT,
                not_before \(integer),
                begun_at \(integer),
                ended_at \(integer),
                proof TEXT,
                CHECK (state IN ('seen', 'gone') OR
                    (condemned_by IS NOT NULL AND confirmation IS NOT NULL
                        AND not_before IS NOT NULL)),
                CHECK ((ended_at IS NULL) = (state <> 'gone'))
            ) \(dialect.strict)
            """,
            """
            CREATE UNIQUE INDEX orphans_present ON orphans (kind, name, uid)
                WHERE state <> 'gone'
            """,
            "CREATE INDEX orphans_begun ON orphans (begun_at) WHERE begun_at IS NOT NULL",
            "CREATE INDEX orphans_by_age ON orphans (first_seen, id) WHERE state <> 'gone'",
            "CREATE INDEX tickets_issued ON tickets (not_before) WHERE state = 'issued'",
            """
            CREATE INDEX volumes_holding ON volumes (claim)
                WHERE state <> 'destroyed' AND uid IS NOT NULL
            """,
            "CREATE INDEX volumes_kept ON volumes (claim) WHERE state <> 'destroyed'",
            "CREATE INDEX tickets_begun ON tickets (begun_at) WHERE begun_at IS NOT NULL",
        ] + dialect.refusing(.delete, "orphans") + dialect.refusing(.delete, "holds")
    }
}
