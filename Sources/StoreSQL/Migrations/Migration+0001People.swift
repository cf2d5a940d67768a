extension Migration {
    /// Who may come in, how, and what they have already asked for.
    static let people = Migration(1, "people") { dialect in
        let integer = dialect.integer
        return [
            """
            CREATE TABLE meta (
                key TEXT PRIMARY KEY NOT NULL,
                value TEXT NOT NULL
            ) \(dialect.strict)
            """,
            """
            CREATE TABLE users (
                id TEXT PRIMARY KEY NOT NULL,
                email TEXT NOT NULL UNIQUE,
                name TEXT NOT NULL,
                role TEXT NOT NULL CHECK (role IN ('customer', 'admin')),
                password_hash TEXT NOT NULL,
                must_change_password \(integer) NOT NULL,
                created_at \(integer) NOT NULL,
                disabled_at \(integer)
            ) \(dialect.strict)
            """,
            """
            CREATE TABLE sessions (
                id TEXT PRIMARY KEY NOT NULL,
                user_id TEXT NOT NULL
                    REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
                token_digest TEXT NOT NULL UNIQUE,
                created_at \(integer) NOT NULL,
                expires_at \(integer) NOT NULL,
                revoked_at \(integer)
            ) \(dialect.strict)
            """,
            "CREATE INDEX sessions_of_user ON sessions (user_id)",
            """
            CREATE TABLE api_tokens (
                id TEXT PRIMARY KEY NOT NULL,
                user_id TEXT NOT NULL
                    REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
                name TEXT NOT NULL,
                scope TEXT NOT NULL,
                token_digest TEXT NOT NULL UNIQUE,
                created_at \(integer) NOT NULL,
                expires_at \(integer),
                revoked_at \(integer)
            ) \(dialect.strict)
            """,
            "CREATE INDEX api_tokens_of_user ON api_tokens (user_id, id)",
            """
            CREATE TABLE idempotency (
                user_id TEXT NOT NULL
                    REFERENCES users (id) DEFERRABLE INITIALLY DEFERRED,
                key TEXT NOT NULL,
                fingerprint TEXT NOT NULL,
                result TEXT NOT NULL,
                created_at \(integer) NOT NULL,
                PRIMARY KEY (user_id, key)
            ) \(dialect.strict)
            """,
        ]
    }
}
