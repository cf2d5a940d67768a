import Domain
import Synchronization

/// A store that refuses to write while a test says so.
final class StubbornStore: Store {
    private struct State {
        var refuses = false
        var refusals = 0
    }

    private let base: any Store
    private let state = Mutex(State())

    init(_ base: any Store) { self.base = base }

    var refusals: Int { state.withLock(\.refusals) }

    func refuse(_ refuses: Bool) { state.withLock { $0.refuses = refuses } }

    func read<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreReader) throws -> Value
    ) async throws -> Value {
        try await base.read(body)
    }

    func write<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreWriter) throws -> Value
    ) async throws -> Value {
        let isRefused = state.withLock { state in
            if state.refuses { state.refusals += 1 }
            return state.refuses
        }
        if isRefused { throw StoreFailure.full("The disk is full.") }
        return try await base.write(body)
    }

    func redeem(_ ticket: TicketID) async throws -> DestructionTicket? {
        try await base.redeem(ticket)
    }

    func redeem(orphan: OrphanID) async throws -> DestructionTicket? {
        try await base.redeem(orphan: orphan)
    }

    func changes() -> AsyncStream<StoreChange> { base.changes() }
}
