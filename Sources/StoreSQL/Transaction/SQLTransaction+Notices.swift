import Domain

extension SQLTransaction {
    func notices(of subscription: SubscriptionID) throws -> [Notice] {
        try all("WHERE subscription_id = ? ORDER BY id", SQLValue(subscription))
    }

    func notice(_ id: NoticeID) throws -> Notice? { try first("WHERE id = ?", SQLValue(id)) }

    func notices(in state: Notice.State?, _ page: Page<Notice>) throws -> [Notice] {
        try self.page(page, where: [("state", state?.rawValue)])
    }

    func noticesDue(on channel: Notice.Channel, _ limit: Int) throws -> [Notice] {
        try all(
            """
            WHERE state = 'pending' AND channel = ? AND due_at <= ?
            ORDER BY due_at, id LIMIT ?
            """,
            SQLValue(channel), SQLValue(now), SQLValue(limit))
    }

    func nextNoticeAt(on channel: Notice.Channel) throws -> Instant? {
        try connection.rows(
            """
            SELECT MIN(due_at) AS due_at FROM notices
            WHERE state = 'pending' AND channel = ? AND due_at > ?
            """, [SQLValue(channel), SQLValue(now)]
        ).first?.optionalInstant("due_at")
    }

    func insert(_ notice: Notice) throws -> Bool {
        let isNew = try connection.execute(
            """
            \(Notice.table.insert)
            ON CONFLICT (subscription_id, ending, kind, channel) WHERE ending IS NOT NULL
            DO NOTHING
            """, notice.cells())
        if isNew == 1 { note(.notice) }
        return isNew == 1
    }

    func update(_ notice: Notice) throws {
        try change(
            notice, notice.id.rawValue,
            "state = ?, attempts = ?, due_at = ?, ended_at = ?, trouble = ?",
            [
                SQLValue(notice.state), SQLValue(notice.attempts), SQLValue(notice.dueAt),
                SQLValue(notice.endedAt), SQLValue(notice.trouble),
            ])
        // One that has its tries before it again, by somebody's wish.
        if notice.state == .pending, notice.attempts == 0 { note(.notice) }
    }

    func paymentEvent(_ id: String) throws -> PaymentEvent? {
        try first("WHERE id = ?", SQLValue(id))
    }

    func insert(_ event: PaymentEvent) throws -> Bool {
        try connection.execute(
            "\(PaymentEvent.table.insert) ON CONFLICT (id) DO NOTHING", event.cells()) == 1
    }
}
