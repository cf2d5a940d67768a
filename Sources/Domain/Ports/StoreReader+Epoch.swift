extension StoreReader {
    /// What the engine's epoch says of this database.
    package func verdict(on inventory: Inventory) throws -> EpochVerdict {
        EpochVerdict(
            engine: inventory.epoch, database: try epoch(), witnessed: try witnessedEpoch())
    }

    /// The latest epoch that this database was to have written down in the engine.
    package func witnessedEpoch() throws -> Int64 {
        try value(.witnessed).flatMap { Int64($0) } ?? 0
    }

    /// Whether the engine has ever taken an epoch.
    package func hasToldEngine() throws -> Bool { try value(.told) != nil }
}

extension StoreWriter {
    /// Notes that the present epoch is about to be written down in the engine, and answers it.
    package func noteWitness() throws -> Int64 {
        let epoch = try epoch()
        if try witnessedEpoch() < epoch { try setValue("\(epoch)", for: .witnessed) }
        return epoch
    }

    /// Notes that the engine has taken an epoch.
    package func noteTold() throws { try setValue("yes", for: .told) }
}
