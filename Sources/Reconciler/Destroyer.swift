import Domain
import Logging

/// The one way in which a claim goes.
struct Destroyer: Sendable {
    /// What a permission is asked for by.
    enum Warrant: Sendable {
        case ticket(TicketID)
        case orphan(OrphanID)
    }

    let store: any Store
    let engine: any Engine
    let epochs: EpochKeeper
    let logger: Logger

    /// The one place that destroys: the warrant is redeemed, and the permission is consumed by
    /// the engine. Nothing is destroyed while it cannot be seen, right before, that the database
    /// is no older copy of itself.
    ///
    /// - Returns: False when it may not be, at present or any more.
    func destroy(under warrant: Warrant) async throws -> Bool {
        guard try await mayBeDue(warrant),
            try await epochs.isCurrent(beside: engine.inventory()),
            let permission = try await redeem(warrant)
        else { return false }
        logger.info(
            "Destroying a volume",
            metadata: [
                "claim": .string(permission.claim.rawValue),
                "ticket": .string(permission.id.rawValue),
            ])
        try await engine.destroy(permission)
        return true
    }

    /// Only spares questions: whether it may be is decided when the warrant is redeemed.
    private func mayBeDue(_ warrant: Warrant) async throws -> Bool {
        try await store.read { rows in
            guard try !rows.isHeld() else { return false }
            let due = try rows.due()
            switch warrant {
            case .ticket(let id):
                guard let ticket = try rows.ticket(id) else { return false }
                return ticket.state == .begun || ticket.notBefore <= due
            case .orphan(let id): return try rows.orphan(id)?.isDue(at: due) ?? false
            }
        }
    }

    private func redeem(_ warrant: Warrant) async throws -> DestructionTicket? {
        switch warrant {
        case .ticket(let id): try await store.redeem(id)
        case .orphan(let id): try await store.redeem(orphan: id)
        }
    }
}
