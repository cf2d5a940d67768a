import Domain

extension DestructionTicket.Record: Kept {
    static let table = Table(
        "tickets",
        [
            "id", "volume_id", "instance_id", "claim", "uid", "reason", "state", "issued_by",
            "confirmation", "last_backup", "issued_at", "not_before", "begun_at", "ended_at",
            "proof",
        ])

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), volumeID: try row.id("volume_id"),
            instanceID: try row.id("instance_id"), claim: ClaimName(try row.text("claim")),
            uid: try row.optionalText("uid").map(ClaimUID.init),
            reason: try row.word("reason"), state: try row.word("state"),
            issuedBy: try row.text("issued_by"), confirmation: try row.text("confirmation"),
            lastBackup: LastBackup(try row.text("last_backup")),
            issuedAt: try row.instant("issued_at"),
            notBefore: try row.instant("not_before"),
            begunAt: try row.optionalInstant("begun_at"),
            endedAt: try row.optionalInstant("ended_at"),
            proof: try row.optionalText("proof"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(id), SQLValue(volumeID), SQLValue(instanceID), SQLValue(claim.rawValue),
            SQLValue(uid?.rawValue), SQLValue(reason), SQLValue(state), SQLValue(issuedBy),
            SQLValue(confirmation), SQLValue(lastBackup.description), SQLValue(issuedAt),
            SQLValue(notBefore), SQLValue(begunAt), SQLValue(endedAt), SQLValue(proof),
        ]
    }
}
