import Domain

extension Notice: Kept {
    static let table = Table(
        "notices",
        [
            "id", "kind", "channel", "recipient", "user_id", "subscription_id", "ending",
            "contents", "state", "attempts", "due_at", "created_at", "ended_at", "trouble",
        ])

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), kind: try row.word("kind"), channel: try row.word("channel"),
            recipient: try row.text("recipient"), userID: try row.optionalID("user_id"),
            subscriptionID: try row.optionalID("subscription_id"),
            ending: try row.optionalInstant("ending"), values: try row.json("contents"),
            state: try row.word("state"), attempts: try row.int("attempts"),
            dueAt: try row.instant("due_at"), createdAt: try row.instant("created_at"),
            endedAt: try row.optionalInstant("ended_at"),
            trouble: try row.optionalText("trouble"))
    }

    func cells() throws -> [SQLValue] {
        [
            SQLValue(id), SQLValue(kind), SQLValue(channel), SQLValue(recipient),
            SQLValue(userID), SQLValue(subscriptionID), SQLValue(ending), try .json(values),
            SQLValue(state), SQLValue(attempts), SQLValue(dueAt), SQLValue(createdAt),
            SQLValue(endedAt), SQLValue(trouble),
        ]
    }
}
