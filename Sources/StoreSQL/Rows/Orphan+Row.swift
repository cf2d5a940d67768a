import Domain

extension Orphan: Kept {
    static let table = Table(
        "orphans",
        [
            "id", "kind", "name", "uid", "instance_id", "volume_id", "generation", "may_write",
            "state", "first_seen", "last_seen", "looks", "condemned_by", "confirmation",
            "not_before", "begun_at", "ended_at", "proof",
        ])

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), object: try EngineObject(row: row),
            state: try row.word("state"), firstSeen: try row.instant("first_seen"),
            lastSeen: try row.instant("last_seen"), looks: try row.int("looks"),
            condemnedBy: try row.optionalText("condemned_by"),
            confirmation: try row.optionalText("confirmation"),
            notBefore: try row.optionalInstant("not_before"),
            begunAt: try row.optionalInstant("begun_at"),
            endedAt: try row.optionalInstant("ended_at"), proof: try row.optionalText("proof"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(id), SQLValue(object.kind), SQLValue(object.name), SQLValue(object.uid),
            SQLValue(object.instanceID), SQLValue(object.volumeID), SQLValue(object.generation),
            SQLValue(object.mayWrite), SQLValue(state), SQLValue(firstSeen), SQLValue(lastSeen),
            SQLValue(looks), SQLValue(condemnedBy), SQLValue(confirmation), SQLValue(notBefore),
            SQLValue(begunAt), SQLValue(endedAt), SQLValue(proof),
        ]
    }
}

extension EngineObject {
    /// What a workload has mounted is not kept: it is asked for anew before anything is done.
    fileprivate init(row: SQLRow) throws {
        self.init(
            kind: try row.word("kind"), name: try row.text("name"), uid: try row.text("uid"),
            instanceID: try row.optionalID("instance_id"),
            volumeID: try row.optionalID("volume_id"),
            generation: try row.optionalInteger("generation").map { Int($0) },
            mayWrite: try row.flag("may_write"))
    }
}
