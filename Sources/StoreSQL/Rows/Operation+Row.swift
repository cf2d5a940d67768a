import Domain

extension Operation: Kept {
    static let table = Table(
        "operations",
        [
            "id", "kind", "instance_id", "subscription_id", "customer_id", "requested_by",
            "state", "message", "created_at", "started_at", "ended_at", "deadline",
        ])

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), kind: try row.word("kind"),
            instanceID: try row.id("instance_id"),
            subscriptionID: try row.id("subscription_id"),
            customerID: try row.id("customer_id"), requestedBy: try row.text("requested_by"),
            state: try row.word("state"), message: try row.optionalText("message"),
            createdAt: try row.instant("created_at"),
            startedAt: try row.optionalInstant("started_at"),
            endedAt: try row.optionalInstant("ended_at"),
            deadline: try row.instant("deadline"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(id), SQLValue(kind), SQLValue(instanceID), SQLValue(subscriptionID),
            SQLValue(customerID), SQLValue(requestedBy), SQLValue(state), SQLValue(message),
            SQLValue(createdAt), SQLValue(startedAt), SQLValue(endedAt), SQLValue(deadline),
        ]
    }
}
