package import Domain
import Synchronization

/// A store that tells how often it was written to.
package final class CountingStore: Store {
    private let base: any Store
    private let count = Mutex(0)

    package init(_ base: any Store) { self.base = base }

    package var writes: Int { count.withLock(\.self) }

    package func read<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreReader) throws -> Value
    ) async throws -> Value {
        try await base.read(body)
    }

    package func write<Value: Sendable>(
        _ body: @Sendable @escaping (any StoreWriter) throws -> Value
    ) async throws -> Value {
        count.withLock { $0 += 1 }
        return try await base.write(body)
    }

    package func redeem(_ ticket: TicketID) async throws -> DestructionTicket? {
        count.withLock { $0 += 1 }
        return try await base.redeem(ticket)
    }

    package func redeem(orphan: OrphanID) async throws -> DestructionTicket? {
        count.withLock { $0 += 1 }
        return try await base.redeem(orphan: orphan)
    }

    package func changes() -> AsyncStream<StoreChange> { base.changes() }
}
