import Domain

extension Subscription: Kept {
    static let table = Table(
        "subscriptions",
        [
            "id", "customer_id", "service", "variant", "status", "created_at", "ended_at",
            "grace_ends_at", "paid_until", "sweep_at",
        ])

    init(row: SQLRow) throws {
        self.init(
            id: try row.id("id"), customerID: try row.id("customer_id"),
            service: try row.text("service"), variant: try row.text("variant"),
            status: try row.word("status"), createdAt: try row.instant("created_at"),
            paidUntil: try row.optionalInstant("paid_until"),
            endedAt: try row.optionalInstant("ended_at"),
            graceEndsAt: try row.optionalInstant("grace_ends_at"),
            sweepAt: try row.optionalInstant("sweep_at"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(id), SQLValue(customerID), SQLValue(service), SQLValue(variant),
            SQLValue(status), SQLValue(createdAt), SQLValue(endedAt), SQLValue(graceEndsAt),
            SQLValue(paidUntil), SQLValue(sweepAt),
        ]
    }
}
