import Domain
import Operations
import Reconciler
import TestSupport

/// What admins do in the house, and what is seen of all of it at once.
extension House {
    static let admin = RequestContext(actor: .system)

    /// One for a whole test: another would give the same ids again.
    func survey(_ rule: OrphanRule = OrphanRule()) -> Survey {
        Survey(beside: worker, randomness: SeededRandomness(seed: 7), rule: rule)
    }

    func holds() async throws -> [Hold] { try await store.read { try $0.holds() } }

    func orphans() async throws -> [Orphan] { try await store.read { try $0.orphans() } }

    func orphanReport() async throws -> OrphanReport {
        try await plane.orphans(Self.admin.actor)
    }

    func epoch() async throws -> Int64 { try await store.read { try $0.epoch() } }

    /// Oldest first.
    func actions() async throws -> [String] {
        try await store.read { try $0.audit(before: nil, limit: 200) }.map(\.action).reversed()
    }

    func quarantine() async throws -> QuarantineReport {
        try await plane.quarantine(Self.admin.actor, beside: engine.inventory())
    }

    @discardableResult
    func decide(_ decision: QuarantineDecision) async throws -> QuarantineReport {
        try await plane.decide(
            Self.admin, decision, confirming: quarantine().digest, beside: engine.inventory())
    }

    /// Puts a claim into the engine, as a database of ours has made it.
    func plant(_ claim: ClaimName, of volume: VolumeID, uid: String = "planted") {
        engine.world { world in
            world.claims[claim] = MemoryWorld.Claim(
                uid: ClaimUID(uid), volumeID: volume, size: Bytes(1 << 20))
            world.claims[claim]?.files["note"] = "newest"
        }
    }

    func has(_ claim: ClaimName) -> Bool { engine.world { $0.claims[claim] != nil } }
}
