package import StoreSQL

extension Dialect {
    /// Strict tables know no BIGINT: INTEGER has 64 bits (https://sqlite.org/stricttables.html).
    package static let sqlite = Dialect(
        integer: "INTEGER", serial: "INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL",
        strict: "STRICT",
        refusing: { act, table in
            [
                """
                CREATE TRIGGER \(table)_refuses_\(act.rawValue.lowercased())
                BEFORE \(act.rawValue) ON \(table)
                BEGIN SELECT RAISE(ABORT, 'rows of \(table) refuse \(act.rawValue)'); END
                """
            ]
        })
}
