package import Domain

/// The store, in SQL that every database of ours understands.
///
/// ## What is told to listeners
///
/// | Written | Told |
/// |---|---|
/// | an instance, a volume; a ticket issued or voided | `.instance` |
/// | a new operation | `.operation` and `.instance` |
/// | a change of an operation, a step of it | `.operation` |
/// | a new notice, or one that is to be tried anew | `.notice` |
/// | status, events, a claim's uid, a ticket begun or spent, all else | nothing |
///
/// The last two rows are what the reconciler writes about its own doing: if they woke it, it
/// would never rest. It also changes instances and volumes, but only when a look has taught
/// something new, so the one look too many that follows finds nothing to write.
package final class SQLStore: Store {
    private let database: any Database
    private let breaker: CircuitBreaker
    private let broadcast = ChangeBroadcast()

    /// Brings the schema up to date first.
    ///
    /// Throws a `StoreFailure` when the database is newer than this program.
    package init(
        _ database: any Database, breaker: CircuitBreaker = CircuitBreaker()
    ) async throws {
        self.database = database
        self.breaker = breaker
        try await database.migrate()
    }

    /// On a database whose schema is known to be this program's.
    package init(migrated database: any Database, breaker: CircuitBreaker = CircuitBreaker()) {
        self.database = database
        self.breaker = breaker
    }

    package func read<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreReader) throws -> Value
    ) async throws -> Value {
        try await database.read { try body(SQLTransaction(on: $0)) }
    }

    package func write<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreWriter) throws -> Value
    ) async throws -> Value {
        try await transact { try body($0) }
    }

    package func redeem(_ ticket: TicketID) async throws -> DestructionTicket? {
        let begun = try await transact { [breaker] in try $0.begin(ticket, unless: breaker) }
        return begun.flatMap(Self.permission(from:))
    }

    package func redeem(orphan: OrphanID) async throws -> DestructionTicket? {
        let begun = try await transact { [breaker] in
            try $0.begin(orphan: orphan, unless: breaker)
        }
        return begun.flatMap(Self.permission(from:))
    }

    package func changes() -> AsyncStream<StoreChange> { broadcast.listen() }

    private func transact<Value: Sendable>(
        _ body: @Sendable @escaping (SQLTransaction) throws -> Value
    ) async throws -> Value {
        let (value, changes) = try await database.write { connection in
            let transaction = try SQLTransaction(on: connection)
            return (try body(transaction), transaction.changes)
        }
        broadcast.send(changes)
        return value
    }
}
