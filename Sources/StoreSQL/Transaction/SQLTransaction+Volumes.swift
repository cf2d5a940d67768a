import Domain

extension SQLTransaction {
    func volumes(of instance: InstanceID) throws -> [Volume] {
        try all("WHERE instance_id = ? ORDER BY generation, name", SQLValue(instance))
    }

    func keptVolumes() throws -> [Volume] {
        try all("WHERE state <> 'destroyed' ORDER BY claim")
    }

    func keptClaims() throws -> Set<ClaimName> {
        let rows = try connection.rows("SELECT claim FROM volumes WHERE state <> 'destroyed'", [])
        return Set(try rows.map { ClaimName(try $0.text("claim")) })
    }

    func volume(_ id: VolumeID) throws -> Volume? { try first("WHERE id = ?", SQLValue(id)) }

    func volume(_ claim: ClaimName) throws -> Volume? {
        try first("WHERE claim = ?", SQLValue(claim.rawValue))
    }

    func storageTotals() throws -> [StorageTotal] {
        try connection.rows(
            """
            SELECT volumes.state AS state, COUNT(*) AS volumes, SUM(volumes.size) AS size,
                COALESCE(SUM(volume_usage.used), 0) AS used
            FROM volumes LEFT JOIN volume_usage ON volume_usage.volume_id = volumes.id
            WHERE volumes.state <> 'destroyed' GROUP BY volumes.state
            """, []
        ).map(StorageTotal.init).sorted { $0.state.rawValue < $1.state.rawValue }
    }

    func insert(_ volume: Volume) throws {
        try add(volume)
        try advanceEpoch(past: 0)
        note(.instance(volume.instanceID))
    }

    /// What it stands for stays: the claim's name, and its uid once that is known. Only a spent
    /// ticket makes a volume destroyed, and nothing makes it anything else after that.
    func update(_ volume: Volume) throws {
        if try self.volume(volume.id)?.state != volume.state { try advanceEpoch(past: 0) }
        let uid = SQLValue(volume.uid?.rawValue)
        let count = try connection.execute(
            """
            UPDATE volumes
            SET size = ?, uid = ?, state = ?, claim_status = ?, retired_at = ?, retired_by = ?,
                retirement = ?, whereabouts = ?
            WHERE id = ? AND state <> 'destroyed' AND (uid IS NULL OR uid = ?)
            """,
            [
                SQLValue(volume.size), uid, SQLValue(volume.state),
                SQLValue(volume.claimStatus), SQLValue(volume.retiredAt),
                SQLValue(volume.retiredBy), SQLValue(volume.retirement),
                try .json(volume.whereabouts), SQLValue(volume.id), uid,
            ])
        guard count == 1 else {
            throw StoreFailure.failed(
                "Volume \(volume.id) was not changed: there is none, it is destroyed, or its "
                    + "claim \(volume.claim) has another identity than was written down first.")
        }
        note(.instance(volume.instanceID))
    }

    func usage(of instance: InstanceID) throws -> [VolumeUsage] {
        try all("WHERE instance_id = ? ORDER BY volume_id", SQLValue(instance))
    }

    func save(_ usage: VolumeUsage) throws {
        try connection.execute(
            """
            \(VolumeUsage.table.insert)
            ON CONFLICT (volume_id) DO UPDATE
            SET used = excluded.used, enforced = excluded.enforced,
                told_full = excluded.told_full, measured_at = excluded.measured_at
            """, usage.cells())
        note(.instance(usage.instanceID))
    }
}

extension StorageTotal {
    fileprivate init(row: SQLRow) throws {
        self.init(
            state: try row.word("state"), volumes: try row.int("volumes"),
            size: Bytes(try row.integer("size")), used: Bytes(try row.integer("used")))
    }
}
