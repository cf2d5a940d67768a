extension StoreReader {
    /// Claims that were made for volumes which this database has never known, and about which
    /// nobody has decided: a later state of the database has made them.
    ///
    /// The inventory must have been taken before this view of the rows: a row comes before its
    /// claim.
    package func unknownClaims(in inventory: Inventory) throws -> [EngineObject] {
        try unknownClaims(in: inventory, beside: keptClaims())
    }

    private func unknownClaims(
        in inventory: Inventory, beside kept: Set<ClaimName>
    ) throws -> [EngineObject] {
        let decided = Set(try orphans().map(\.object.identity))
        return try inventory.objects.filter { object in
            guard object.kind == .claim, !kept.contains(ClaimName(object.name)),
                let volume = object.volumeID, !decided.contains(object.identity)
            else { return false }
            return try self.volume(volume) == nil && self.volume(ClaimName(object.name)) == nil
        }
    }

    /// What nobody's row claims, of all that bears the installation's label; what a later state
    /// of the database has made is left out, until somebody has decided about it.
    package func strays(in inventory: Inventory) throws -> [EngineObject] {
        try unclaimed(in: inventory).strays
    }

    /// Both, for one reading of the rows.
    package func unclaimed(
        in inventory: Inventory
    ) throws -> (strays: [EngineObject], unknown: [EngineObject]) {
        let kept = try keptClaims()
        let unknown = try unknownClaims(in: inventory, beside: kept)
        let known = Set(unknown.map(\.identity))
        let strays = inventory.unclaimed(instances: Set(try instanceIDs()), claims: kept)
            .filter { !known.contains($0.identity) }
        return (strays, unknown)
    }
}
