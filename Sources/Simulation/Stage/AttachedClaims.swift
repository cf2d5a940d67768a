import Domain

/// What is in use, as one state of the database has it.
struct AttachedClaims: Sendable {
    var uids: Set<ClaimUID>
    var witnessed: Int64

    init(_ rows: any StoreReader) throws {
        witnessed = try rows.witnessedEpoch()
        uids = Set(
            try rows.keptVolumes().filter { $0.state == .attached }.compactMap(\.uid))
    }
}
