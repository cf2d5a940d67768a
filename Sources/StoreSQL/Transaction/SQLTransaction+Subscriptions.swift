import Domain

extension SQLTransaction {
    func subscription(_ id: SubscriptionID) throws -> Subscription? {
        try first("WHERE id = ?", SQLValue(id))
    }

    func subscriptions(
        of customer: UserID?, _ page: Page<Subscription>
    ) throws -> [Subscription] {
        try self.page(page, where: [("customer_id", customer?.rawValue)])
    }

    func subscriptionsDue(_ limit: Int) throws -> [Subscription] {
        try all(
            "WHERE sweep_at IS NOT NULL AND sweep_at <= ? ORDER BY sweep_at LIMIT ?",
            SQLValue(try due()), SQLValue(limit))
    }

    func subscriptionsInGrace() throws -> [Subscription] {
        try all("WHERE status IN ('expired', 'cancelled') ORDER BY id")
    }

    func insert(_ subscription: Subscription) throws { try add(subscription) }

    func update(_ subscription: Subscription) throws {
        try change(
            subscription, subscription.id.rawValue,
            """
            variant = ?, status = ?, ended_at = ?, grace_ends_at = ?, paid_until = ?,
            sweep_at = ?
            """,
            [
                SQLValue(subscription.variant), SQLValue(subscription.status),
                SQLValue(subscription.endedAt), SQLValue(subscription.graceEndsAt),
                SQLValue(subscription.paidUntil), SQLValue(subscription.sweepAt),
            ])
        try advanceEpoch(past: 0)
    }
}
