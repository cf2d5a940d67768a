import Domain

extension Volume: Kept {
    static let table = Table(
        "volumes",
        [
            "id", "instance_id", "name", "template", "generation", "size", "claim", "uid",
            "state", "claim_status", "created_at", "retired_at", "retired_by", "retirement",
            "destroyed_at", "whereabouts",
        ])

    private static let templates = Memo<String, VolumeTemplate>(capacity: 256)

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), instanceID: try row.id("instance_id"),
            template: try row.json("template", known: Self.templates),
            generation: try row.int("generation"),
            size: Bytes(try row.integer("size")), claim: ClaimName(try row.text("claim")),
            uid: try row.optionalText("uid").map(ClaimUID.init),
            state: try row.word("state"), claimStatus: try row.word("claim_status"),
            createdAt: try row.instant("created_at"),
            retiredAt: try row.optionalInstant("retired_at"),
            retiredBy: try row.optionalID("retired_by"),
            retirement: try row.optionalInteger("retirement").map { Int($0) },
            destroyedAt: try row.optionalInstant("destroyed_at"))
        whereabouts = try row.optionalJSON("whereabouts")
    }

    func cells() throws -> [SQLValue] {
        [
            SQLValue(id), SQLValue(instanceID), SQLValue(template.name), try .json(template),
            SQLValue(generation), SQLValue(size), SQLValue(claim.rawValue),
            SQLValue(uid?.rawValue), SQLValue(state), SQLValue(claimStatus),
            SQLValue(createdAt), SQLValue(retiredAt), SQLValue(retiredBy),
            SQLValue(retirement), SQLValue(destroyedAt), try .json(whereabouts),
        ]
    }
}
