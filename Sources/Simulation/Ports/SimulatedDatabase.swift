import Domain
import GRDB
import GRDBSQLite
import StoreSQL
import StoreSQLite

/// SQLite in memory, asked on the spot, so that a transaction is one indivisible moment.
///
/// All of an episode happens inside one savepoint, which is rolled back at its end: so the next
/// begins with the same rows, the same numbers and the same prepared statements. A backup is one
/// more savepoint, and to put it back is to roll back to it.
final class SimulatedDatabase: StoreSQL.Database, @unchecked Sendable {
    // Unchecked: it is used by the thread alone that drives the executor.
    private let database: GRDB.Database
    private let clock: any WallClock

    let dialect = Dialect.sqlite

    init(_ database: GRDB.Database, clock: any WallClock) {
        self.database = database
        self.clock = clock
    }

    func read<Value: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Value
    ) async throws -> Value {
        try run(body)
    }

    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Value
    ) async throws -> Value {
        try begin("unit")
        do {
            let value = try run(body)
            try requireReferences()
            try execute("RELEASE unit")
            return value
        } catch {
            try rollBack(to: "unit")
            throw error
        }
    }

    func begin(_ savepoint: String) throws { try execute("SAVEPOINT \(savepoint)") }

    /// Undoes all since the savepoint, and the savepoint.
    func rollBack(to savepoint: String) throws {
        try execute("ROLLBACK TO \(savepoint)")
        try execute("RELEASE \(savepoint)")
    }

    /// Undoes all since the savepoint, and keeps the savepoint.
    func putBack(_ savepoint: String) throws { try execute("ROLLBACK TO \(savepoint)") }

    private func execute(_ sql: String) throws {
        try database.cachedStatement(sql: sql).execute()
    }

    private func run<Value: Sendable>(
        _ body: (any Connection) throws -> Value
    ) throws -> Value {
        let connection = SQLiteConnection(to: database, at: "in memory", clock: clock)
        let value = try body(connection)
        if let failure = connection.failure { throw failure }
        return value
    }

    /// What the commit would check, which never comes.
    private func requireReferences() throws {
        var (broken, most): (CInt, CInt) = (0, 0)
        sqlite3_db_status(
            database.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &broken, &most, 0)
        guard broken == 0 else {
            throw StoreFailure.failed("A row refers to one that is not there.")
        }
    }
}
