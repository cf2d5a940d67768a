/// What one look at everything teaches about orphans. Pure: it is told what there is.
package struct OrphanLook: Sendable {
    /// All that the engine has of the installation.
    package var inventory: Inventory
    /// What of that no row claims.
    package var strays: [EngineObject]
    package var rule: OrphanRule
    /// By the time that counts.
    package var moment: Instant

    package init(
        _ inventory: Inventory, strays: [EngineObject], rule: OrphanRule, at moment: Instant
    ) {
        self.inventory = inventory
        self.strays = strays
        self.rule = rule
        self.moment = moment
    }

    /// Rows that are known and have changed.
    package func changes(of known: [Orphan]) -> [Orphan] {
        let present = Dictionary(strays.map { ($0.identity, $0) }) { first, _ in first }
        return known.compactMap { orphan in
            guard let object = present[orphan.object.identity] else {
                return orphan.ended(at: moment, proof: proof(of: orphan))
            }
            return orphan.seen(as: object, at: moment, pause: rule.pause)
        }
    }

    /// What was not known before.
    package func news(besides known: [Orphan]) -> [EngineObject] {
        let known = Set(known.map(\.object.identity))
        return strays.filter { !known.contains($0.identity) }
    }

    private func proof(of orphan: Orphan) -> String {
        if inventory.objects.contains(where: { $0.identity == orphan.object.identity }) {
            return "a row claims it again"
        }
        return orphan.state == .begun
            ? "the engine answered that it does not exist"
            : "it went away by itself; Holdfast removed nothing"
    }
}
