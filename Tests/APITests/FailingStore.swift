import Domain

/// A store that reads, and refuses every write.
struct FailingStore: Store {
    let base: any Store
    let failure: any Error

    func read<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreReader) throws -> Value
    ) async throws -> Value {
        try await base.read(body)
    }

    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreWriter) throws -> Value
    ) async throws -> Value {
        throw failure
    }

    func redeem(_ ticket: TicketID) async throws -> DestructionTicket? { throw failure }

    func redeem(orphan: OrphanID) async throws -> DestructionTicket? { throw failure }

    func changes() -> AsyncStream<StoreChange> { base.changes() }
}
