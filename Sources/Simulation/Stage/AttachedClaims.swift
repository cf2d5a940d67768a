import Domain

/// What is in use, as one state of the database has it.
struct AttachedClaims: Sendable {
    var claims: [ClaimUID: ClaimName] = [:]
    var witnessed: Int64

    init(_ rows: any StoreReader) throws {
        witnessed = try rows.witnessedEpoch()
        for volume in try rows.keptVolumes() where volume.state == .attached {
            claims[volume.uid ?? ClaimUID("none of \(volume.claim)")] = volume.claim
        }
    }
}
