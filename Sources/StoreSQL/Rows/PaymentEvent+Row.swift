import Domain

extension PaymentEvent: Kept {
    static let table = Table(
        "payment_events", ["id", "kind", "subscription_id", "fingerprint", "received_at"])

    init(row: SQLRow) throws {
        self.init(
            id: try row.text("id"), kind: try row.word("kind"),
            subscriptionID: try row.id("subscription_id"),
            fingerprint: try row.text("fingerprint"),
            receivedAt: try row.instant("received_at"))
    }

    func cells() -> [SQLValue] {
        [
            SQLValue(id), SQLValue(kind), SQLValue(subscriptionID), SQLValue(fingerprint),
            SQLValue(receivedAt),
        ]
    }
}
