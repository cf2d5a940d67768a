package import Domain
import Logging

/// Looks at all that the engine has of the installation, whatever rows say of it.
package struct Survey: Sendable {
    private let engine: any Engine
    private let epochs: EpochKeeper
    private let orphans: OrphanWatch
    private let remover: OrphanRemover
    private let logger: Logger

    package init(
        beside worker: InstanceWorker, randomness: any Randomness, rule: OrphanRule
    ) {
        engine = worker.engine
        epochs = worker.destroyer.epochs
        logger = worker.logger
        orphans = OrphanWatch(
            store: worker.destroyer.store, randomness: randomness, rule: rule)
        remover = OrphanRemover(destroyer: worker.destroyer)
    }

    /// Whether, by what the engine knows without asking, a look would find nothing to do.
    package func isQuiet() async -> Bool {
        guard let inventory = await engine.recollection()?.inventory else { return false }
        let isQuiet = try? await orphans.store.read { rows in
            // Among what nobody claims is also what a later state of the database has made.
            try inventory.unclaimed(
                instances: Set(rows.instanceIDs()), claims: rows.keptClaims()
            ).isEmpty && rows.orphans().allSatisfy { $0.state == .gone }
                && rows.verdict(on: inventory) == .agrees
        }
        return isQuiet ?? false
    }

    /// Compares once: is the database an older copy, is there what nobody claims, and is some of
    /// that to go? What cannot be done now is done at the next look.
    package func look() async {
        do {
            let inventory = try await engine.inventory()
            let isCurrent = try await epochs.isCurrent(beside: inventory)
            try await orphans.look(at: inventory)
            guard isCurrent else { return }
            if try await remover.remove(from: inventory) {
                try await orphans.look(at: engine.inventory())
            }
        } catch {
            guard !Task.isCancelled else { return }
            let why = (error as? EngineFailure)?.message ?? "\(error)"
            logger.info("Cannot look at what the engine has", metadata: ["why": "\(why)"])
        }
    }
}
