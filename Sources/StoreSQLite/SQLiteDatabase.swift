package import Domain
import GRDB
package import StoreSQL

/// The embedded default: SQLite in one file, with a log that is flushed before a commit returns.
package final class SQLiteDatabase: StoreSQL.Database {
    let pool: DatabasePool
    let queue = WriteQueue()
    private let clock: any WallClock
    /// The directory, held for as long as the database is.
    private let place: (any Sendable)?

    package var dialect: Dialect { .sqlite }

    /// Opens the database of a data directory, and holds on to the directory.
    ///
    /// Throws a `StoreFailure`, whose words are for people.
    package convenience init(in directory: DataDirectory, clock: any WallClock) throws {
        try self.init(at: directory.databasePath, clock: clock, place: directory)
    }

    /// A new database that goes with the last reference to it.
    package static func temporary(clock: any WallClock) throws -> SQLiteDatabase {
        let scratch = try ScratchDirectory()
        return try SQLiteDatabase(
            at: "\(scratch.path)/holdfast.db", clock: clock, place: scratch)
    }

    /// Opens the file at `path`, and makes it first where there is none; only its owner may read
    /// it. `patience` is how long to wait for another program's lock.
    init(
        at path: String, clock: any WallClock, place: (any Sendable)? = nil,
        patience: Duration = .seconds(5)
    ) throws {
        self.clock = clock
        self.place = place
        try PrivateFile.make(at: path)
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(patience))
            try Self.demandFullSync(of: pool)
        } catch {
            throw StoreFailure(from: error, at: path)
        }
    }

    private static func configuration(_ patience: Duration) -> Configuration {
        var configuration = Configuration()
        configuration.label = "store"
        configuration.foreignKeysEnabled = true
        configuration.journalMode = .wal
        // Nobody else is to write; this is for backups and a curious `sqlite3`.
        configuration.busyMode = .timeout(Double(patience.milliseconds) / 1000)
        return configuration
    }

    /// GRDB sets `synchronous` to NORMAL once the pool has opened, whatever its configuration
    /// says, and a commit would then not survive a loss of power
    /// (https://sqlite.org/pragma.html#pragma_synchronous).
    private static func demandFullSync(of pool: DatabasePool) throws {
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
    }

    package func read<Value: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncRead { [self] database in
                continuation.resume(
                    with: Result {
                        try outcome { try run(body, on: database.get()) }
                    })
            }
        }
    }

    package func write<Value: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Value
    ) async throws -> Value {
        // Not GRDB's own async functions: they give up a transaction when the task is cancelled.
        try await withCheckedThrowingContinuation { continuation in
            queue.add(
                PendingWrite { [self] database in
                    let value = try run(body, on: database)
                    return { continuation.resume(returning: value) }
                } fail: {
                    continuation.resume(throwing: $0)
                })
            pool.asyncWriteWithoutTransaction { [self] in commitWaiting(on: $0) }
        }
    }

    private func run<Value: Sendable>(
        _ body: (any Connection) throws -> Value, on database: GRDB.Database
    ) throws -> Value {
        let connection = SQLiteConnection(to: database, at: pool.path, clock: clock)
        let value = try body(connection)
        if let failure = connection.failure { throw failure }
        return value
    }

    /// What GRDB throws becomes a failure of the store; all else stays as it is.
    private func outcome<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreFailure(from: error, at: pool.path)
        }
    }
}
