import Domain

extension SQLTransaction {
    /// Marks a ticket as begun, or finds that it has begun before; answers `nil` when it may not
    /// be used.
    func begin(_ ticket: TicketID) throws -> DestructionTicket.Record? {
        let begun = try connection.execute(
            """
            UPDATE tickets SET state = 'begun', begun_at = ?
            WHERE id = ? AND state = 'issued' AND not_before <= ? AND \(Self.namesRetiredVolume)
            """, [SQLValue(now), SQLValue(ticket), SQLValue(now)])
        if begun == 1, let record = try self.ticket(ticket) {
            try append(audit("volume.destroy-begun", of: record))
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
}
