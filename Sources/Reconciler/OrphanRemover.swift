import Domain
import Logging

/// Removes what admins have condemned, once the time to object is over: claims under their
/// tickets, workloads as any other, never by force.
struct OrphanRemover: Sendable {
    let destroyer: Destroyer

    private var store: any Store { destroyer.store }

    /// How long a process may take to end.
    private static let patience = Duration.seconds(60)

    /// - Returns: Whether anything was done; whether it is gone, only another look can tell.
    func remove(from inventory: Inventory) async throws -> Bool {
        var hasDone = false
        for orphan in try await due() {
            let seen = inventory.objects.first { $0.identity == orphan.object.identity }
            guard let seen else { continue }
            do {
                if try await remove(orphan, as: seen, inventory) { hasDone = true }
            } catch let failure as EngineFailure {
                destroyer.logger.notice(
                    "An orphan cannot be removed now",
                    metadata: ["orphan": "\(seen.title)", "why": .string(failure.message)])
            }
        }
        return hasDone
    }

    /// Workloads first: they may have claims mounted.
    private func due() async throws -> [Orphan] {
        let due = try await store.read { rows in
            guard try !rows.isHeld() else { return [Orphan]() }
            let due = try rows.due()
            return try rows.orphans().filter { $0.isDue(at: due) }
        }
        return due.filter { $0.object.kind == .workload }
            + due.filter { $0.object.kind == .claim }
    }

    private func remove(
        _ orphan: Orphan, as seen: EngineObject, _ inventory: Inventory
    ) async throws -> Bool {
        switch seen.kind {
        case .claim:
            guard inventory.workloads(mounting: ClaimName(seen.name)).isEmpty else {
                return false
            }
            return try await destroyer.destroy(under: .orphan(orphan.id))
        case .workload:
            guard try await begin(orphan.id) else { return false }
            try await destroyer.epochs.prepare()
            let id = WorkloadID(seen.uid)
            let act: Act = seen.mayWrite ? .stop(id, timeout: Self.patience) : .remove(id)
            try await destroyer.engine.take(act) { _ in }
            return true
        }
    }

    /// From here on there is no way back; false where an admin, or a row, was faster.
    private func begin(_ id: OrphanID) async throws -> Bool {
        try await store.write { rows in
            guard let orphan = try rows.orphan(id), try orphan.isDue(at: rows.due()),
                try !rows.isHeld(),
                try !rows.instanceIDs().contains(where: { $0 == orphan.object.instanceID })
            else { return false }
            if orphan.state == .begun { return true }
            try rows.save(orphan.begun(at: rows.now))
            try rows.append(
                AuditEvent(of: orphan, "orphan.remove-begun", at: rows.now, by: .system))
            return true
        }
    }
}
