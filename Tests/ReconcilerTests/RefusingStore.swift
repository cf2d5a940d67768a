import Domain

/// A store in which no ticket may be used.
struct RefusingStore: Store {
    var base: any Store

    func read<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreReader) throws -> Value
    ) async throws -> Value {
        try await base.read(body)
    }

    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreWriter) throws -> Value
    ) async throws -> Value {
        try await base.write(body)
    }

    func redeem(_ ticket: TicketID) async throws -> DestructionTicket? { nil }

    func redeem(orphan: OrphanID) async throws -> DestructionTicket? { nil }

    func changes() -> AsyncStream<StoreChange> { base.changes() }
}
