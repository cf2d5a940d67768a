extension Migration {
    /// A chain of hashes over the audit, and what finds rows of it by what they say.
    ///
    /// Rows of the audit cannot be changed, so their hashes stand in a table of their own. Beside
    /// that there is a note of the newest row, so that it shows when rows are cut off at the end.
    static let auditChain = Migration(10, "audit chain") { dialect in
        let integer = dialect.integer
        return [
            """
            CREATE TABLE audit_chain (
                sequence \(integer) PRIMARY KEY NOT NULL,
                hash TEXT NOT NULL
            ) \(dialect.strict)
            """,
            """
            CREATE TABLE audit_head (
                id \(integer) PRIMARY KEY CHECK (id = 1),
                sequence \(integer) NOT NULL,
                hash TEXT NOT NULL
            ) \(dialect.strict)
            """,
            "CREATE INDEX audit_of_subject ON audit (subject_id, sequence)",
            "CREATE INDEX audit_of_actor ON audit (actor, sequence)",
            "CREATE INDEX audit_of_action ON audit (action, sequence)",
            "CREATE INDEX audit_by_time ON audit (at, sequence)",
            "ALTER TABLE sessions ADD COLUMN spent_digest TEXT",
            """
            CREATE INDEX sessions_by_spent_digest ON sessions (spent_digest)
                WHERE spent_digest IS NOT NULL
            """,
            """
            CREATE INDEX users_ruling ON users (id)
                WHERE role = 'admin' AND disabled_at IS NULL
            """,
        ] + dialect.refusing(.update, "audit_chain") + dialect.refusing(.delete, "audit_chain")
            + dialect.refusing(.delete, "audit_head")
    } step: { connection in
        try AuditTrail(connection).chainAll()
    }
}
