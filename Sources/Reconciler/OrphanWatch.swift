import Domain

/// Remembers what the engine has and no row claims: since when, and how often it was seen.
struct OrphanWatch: Sendable {
    let store: any Store
    let randomness: any Randomness
    let rule: OrphanRule

    /// Writes down what a look at everything has taught, if it has taught anything.
    func look(at inventory: Inventory) async throws {
        let news = try await store.read { try rowsToSave(inventory, $0) }
        guard !news.isEmpty else { return }
        try await store.write { rows in
            // Read anew: an admin may have decided about one since.
            for orphan in try rowsToSave(inventory, rows) {
                try audit(orphan, rows)
                try rows.save(orphan)
            }
        }
    }

    private func rowsToSave(
        _ inventory: Inventory, _ rows: any StoreReader
    ) throws -> [Orphan] {
        let (known, moment) = (try rows.orphans(), try rows.counted())
        let look = OrphanLook(
            inventory, strays: try rows.strays(in: inventory), rule: rule, at: moment)
        return look.changes(of: known)
            + look.news(besides: known).map { object in
                Orphan(
                    id: .make(at: rows.now, from: randomness), object: object,
                    firstSeen: moment, lastSeen: moment)
            }
    }

    /// That it is seen is no news; that one is gone which somebody had condemned is.
    private func audit(_ orphan: Orphan, _ rows: any StoreWriter) throws {
        guard orphan.state == .gone, orphan.condemnedBy != nil else { return }
        let action = orphan.begunAt == nil ? "orphan.ended" : "orphan.removed"
        try rows.append(AuditEvent(of: orphan, action, at: rows.now, by: .system))
    }
}
