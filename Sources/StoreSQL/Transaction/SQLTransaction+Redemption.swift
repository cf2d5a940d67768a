import Domain

extension SQLTransaction {
    /// Marks a ticket as begun, or finds that it has begun before; answers `nil` when it may not
    /// be used.
    func begin(
        _ ticket: TicketID, unless breaker: CircuitBreaker
    ) throws -> DestructionTicket.Record? {
        guard try mayDestroy(unless: breaker) else { return nil }
        let begun = try connection.execute(
            """
            UPDATE tickets SET state = 'begun', begun_at = ?
            WHERE id = ? AND state = 'issued' AND not_before <= ? AND \(Self.namesRetiredVolume)
                AND (last_backup LIKE 'waived: %' OR last_backup LIKE 'proven: %')
            """, [SQLValue(now), SQLValue(ticket), SQLValue(try due())])
        if begun == 1, let record = try self.ticket(ticket) {
            try advanceEpoch(past: 0)
            try append(audit("volume.destroy-begun", of: record))
            try closeSubscription(of: record)
            return record
        }
        return try first(
            "WHERE id = ? AND state = 'begun' AND \(Self.namesRetiredVolume)", SQLValue(ticket))
    }

    /// In one statement with the change of the ticket, so that nothing comes in between.
    private static let namesRetiredVolume = """
        uid IS NOT NULL AND EXISTS (
            SELECT 1 FROM volumes
            WHERE volumes.id = tickets.volume_id AND volumes.state = 'retired'
                AND volumes.uid = tickets.uid AND volumes.claim = tickets.claim)
        """

    /// Whether nothing is held back at present; finds out whether it is too much at once.
    private func mayDestroy(unless breaker: CircuitBreaker) throws -> Bool {
        guard try !isHeld() else { return false }
        let allowance = try holds().first { $0.kind == .breaker }?.allowedUntil
        // By whichever time is the later, so that a clock that is set back prolongs nothing.
        if let allowance, try latest() < allowance { return true }
        guard let objection = breaker.objection(to: try destructionLoad()) else { return true }
        try save(Hold(kind: .breaker, why: objection, since: now))
        try append(
            AuditEvent(
                at: now, actor: .system, action: "breaker.open", subject: "hold",
                subjectID: Hold.Kind.breaker.rawValue, details: ["why": objection]))
        return false
    }

    /// From the first byte on that is given up for good, the subscription cannot come back.
    private func closeSubscription(of ticket: DestructionTicket.Record) throws {
        switch ticket.reason {
        case .reset, .orphan, .neverBound: return
        case .adminDelete, .graceExpired, .ownerDelete: break
        }
        let closed = try connection.execute(
            """
            UPDATE subscriptions SET status = 'purged', sweep_at = NULL
            WHERE status IN ('expired', 'cancelled') AND id = (
                SELECT subscription_id FROM instances WHERE instances.id = ?)
            """, [SQLValue(ticket.instanceID)])
        guard closed == 1 else { return }
        try append(
            AuditEvent(
                at: now, actor: .system, action: "subscription.purge", subject: "instance",
                subjectID: ticket.instanceID.rawValue,
                details: ["ticket": ticket.id.rawValue, "reason": ticket.reason.rawValue]))
    }

    /// The same for an orphan.
    func begin(orphan: OrphanID, unless breaker: CircuitBreaker) throws -> Orphan? {
        guard try mayDestroy(unless: breaker) else { return nil }
        let begun = try connection.execute(
            """
            UPDATE orphans SET state = 'begun', begun_at = ?
            WHERE id = ? AND state = 'condemned' AND not_before <= ? AND \(Self.isNobodysClaim)
            """, [SQLValue(now), SQLValue(orphan), SQLValue(try due())])
        let found: Orphan? = try first(
            "WHERE id = ? AND state = 'begun' AND \(Self.isNobodysClaim)", SQLValue(orphan))
        if begun == 1, let found {
            try advanceEpoch(past: 0)
            try append(
                AuditEvent(of: found, "orphan.destroy-begun", at: now, by: .system))
        }
        return found
    }

    private static let isNobodysClaim = """
        kind = 'claim' AND NOT EXISTS (
            SELECT 1 FROM volumes
            WHERE volumes.claim = orphans.name AND volumes.state <> 'destroyed')
        """
}
