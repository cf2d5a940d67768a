import Domain

extension SQLTransaction {
    func ticket(_ id: TicketID) throws -> DestructionTicket.Record? {
        try first("WHERE id = ?", SQLValue(id))
    }

    /// Oldest first; ended ones too.
    func tickets(of instance: InstanceID) throws -> [DestructionTicket.Record] {
        try all("WHERE instance_id = ? ORDER BY id", SQLValue(instance))
    }

    func openTickets() throws -> Int { try count("tickets WHERE state = 'issued'", []) }

    func insert(_ ticket: DestructionTicket.Record) throws {
        try add(ticket)
        try advanceEpoch(past: 0)
        note(.instance(ticket.instanceID))
    }

    func nameClaim(_ uid: ClaimUID, in ticket: TicketID) throws {
        let count = try connection.execute(
            """
            UPDATE tickets SET uid = ?
            WHERE id = ? AND state <> 'spent' AND (uid IS NULL OR uid = ?)
            """, [SQLValue(uid.rawValue), SQLValue(ticket), SQLValue(uid.rawValue)])
        guard count == 1 else {
            throw StoreFailure.failed(
                "Ticket \(ticket) was not changed: there is none, it is spent, or it names "
                    + "another claim already.")
        }
    }

    func void(_ ticket: TicketID) throws -> Bool {
        let voided = try connection.rows(
            """
            UPDATE tickets SET state = 'voided', ended_at = ?
            WHERE id = ? AND state = 'issued' RETURNING instance_id
            """, [SQLValue(now), SQLValue(ticket)])
        guard let row = voided.first else { return false }
        note(.instance(try row.id("instance_id")))
        try advanceEpoch(past: 0)
        return true
    }

    func postponeTickets(to moment: Instant) throws -> [DestructionTicket.Record] {
        var early: [DestructionTicket.Record] = try all(
            "WHERE state = 'issued' AND not_before < ?", SQLValue(moment))
        guard !early.isEmpty else { return [] }
        try connection.execute(
            "UPDATE tickets SET not_before = ? WHERE state = 'issued' AND not_before < ?",
            [SQLValue(moment), SQLValue(moment)])
        for index in early.indices {
            early[index].notBefore = moment
            note(.instance(early[index].instanceID))
        }
        try advanceEpoch(past: 0)
        return early
    }

    /// With it the volume's row becomes destroyed, and the audit says how that was seen.
    func spend(_ ticket: TicketID, proof: String) throws {
        let spent = try connection.execute(
            """
            UPDATE tickets SET state = 'spent', ended_at = ?, proof = ?
            WHERE id = ? AND (state = 'begun'
                OR (state = 'issued' AND (uid IS NULL OR not_before <= ?)))
            """, [SQLValue(now), SQLValue(proof), SQLValue(ticket), SQLValue(now)])
        guard spent == 1, let record = try self.ticket(ticket) else {
            throw StoreFailure.failed(
                "Ticket \(ticket) was not spent: there is none, it may still be taken back, or "
                    + "it has ended.")
        }
        let destroyed = try connection.execute(
            """
            UPDATE volumes SET state = 'destroyed', destroyed_at = ?
            WHERE id = ? AND state = 'retired'
            """, [SQLValue(now), SQLValue(record.volumeID)])
        guard destroyed == 1 else {
            throw StoreFailure.failed(
                "Ticket \(ticket) was not spent: its volume \(record.volumeID) is not retired.")
        }
        try advanceEpoch(past: 0)
        try append(audit("volume.destroyed", of: record))
    }

    /// The facts of a ticket, as a row of the audit.
    func audit(_ action: String, of ticket: DestructionTicket.Record) -> AuditEvent {
        var details = [
            "ticket": ticket.id.rawValue, "instance": ticket.instanceID.rawValue,
            "claim": ticket.claim.rawValue, "reason": ticket.reason.rawValue,
            "issuedBy": ticket.issuedBy, "confirmation": ticket.confirmation,
            "lastBackup": ticket.lastBackup.description, "issuedAt": ticket.issuedAt.description,
            "notBefore": ticket.notBefore.description,
        ]
        details["uid"] = ticket.uid?.rawValue
        details["proof"] = ticket.proof
        return AuditEvent(
            at: now, actor: .system, action: action, subject: "volume",
            subjectID: ticket.volumeID.rawValue, details: details)
    }
}
