/// A relational database, as small as the store needs it: SQLite on one machine, PostgreSQL
/// beyond.
///
/// A driver runs each body to its end, also when the task that asked for it is cancelled, so that
/// nobody is left in doubt whether a transaction was committed. What a body throws undoes the
/// transaction and comes out unchanged; the database's own failures come out as
/// `StoreFailure`s.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Runs `body` on one unchanging view.
    func read<Value: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Value
    ) async throws -> Value

    /// Runs `body` in a transaction of its own; durable when it returns.
    ///
    /// Once a statement has failed, the transaction is lost, even if `body` catches the error.
    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Value
    ) async throws -> Value
}
