import Domain

extension VolumeUsage: Kept {
    static let table = Table(
        "volume_usage",
        ["volume_id", "instance_id", "used", "enforced", "told_full", "measured_at"])

    init(row: SQLRow) throws {
        self.init(
            volumeID: try row.id("volume_id"), instanceID: try row.id("instance_id"),
            used: Bytes(try row.integer("used")), isEnforced: try row.flag("enforced"),
            isToldFull: try row.flag("told_full"), measuredAt: try row.instant("measured_at"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(volumeID), SQLValue(instanceID), SQLValue(used), SQLValue(isEnforced),
            SQLValue(isToldFull), SQLValue(measuredAt),
        ]
    }
}
