import Domain
import StoreSQL

/// The store of one process: the production's own, over the database that all of them share.
struct GuardedStore: Store {
    let base: SQLStore
    let stage: Stage
    let life: Life

    init(on stage: Stage, _ life: Life) {
        base = SQLStore(
            migrated: stage.database,
            breaker: CircuitBreaker(perHour: Law.destructionsPerHour))
        self.stage = stage
        self.life = life
    }

    func read<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreReader) throws -> Value
    ) async throws -> Value {
        try await stage.pass(.read, of: life, "reads", else: Self.failure) {
            try await base.read(body)
        }
    }

    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreWriter) throws -> Value
    ) async throws -> Value {
        try await stage.pass(.write, of: life, "writes", else: Self.failure) {
            try await base.write(body)
        }
    }

    func redeem(_ ticket: TicketID) async throws -> DestructionTicket? {
        let found: Redeemed = try await stage.pass(
            .redeem, of: life, "redeems ticket \(ticket)", else: Self.failure
        ) {
            try await stage.watchRedemption { Redeemed(try await base.redeem(ticket)) }
        }
        return found.take()
    }

    func redeem(orphan: OrphanID) async throws -> DestructionTicket? {
        let found: Redeemed = try await stage.pass(
            .redeem, of: life, "redeems orphan \(orphan)", else: Self.failure
        ) {
            try await stage.watchRedemption { Redeemed(try await base.redeem(orphan: orphan)) }
        }
        return found.take()
    }

    func changes() -> AsyncStream<StoreChange> { base.changes() }

    static let lostCommit = "the answer of the commit was lost"

    static func failure(_ trouble: Trouble) -> any Error {
        switch trouble {
        case .dead: Lost()
        case .fault(.full): StoreFailure.full("no room")
        case .fault(.commitLost): StoreFailure.failed(lostCommit)
        case .fault: StoreFailure.busy("another program holds it")
        }
    }
}
