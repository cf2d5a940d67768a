package import Domain

/// The audit as it is kept: rows, the hash of each, and a note of the newest. Also reads a database
/// that no store is to be opened on.
package struct AuditTrail {
    /// So many rows are read in one go.
    package static let piece = 500

    let connection: any Connection

    package init(_ connection: any Connection) { self.connection = connection }

    /// Adds a row, and chains it to the newest.
    func append(_ event: AuditEvent) throws {
        // A change, so that whoever else adds a row waits for this one.
        let head = try connection.rows(
            "UPDATE audit_head SET sequence = sequence WHERE id = 1 RETURNING hash", []
        ).first?.text("hash")
        let added = try connection.rows(
            "\(AuditEvent.table.insert) RETURNING sequence", event.cells())
        guard let sequence = try added.first?.integer("sequence"), let head else {
            throw StoreFailure.failed(
                "The audit's note of its newest row is gone: somebody changed the database by "
                    + "hand, or it is damaged. Put it back from a copy.")
        }
        let record = AuditRecord(event, sequence: sequence)
        try chain(sequence, AuditDigest.digest(record.text(after: head)))
    }

    private func chain(_ sequence: Int64, _ hash: String) throws {
        try connection.execute(
            "INSERT INTO audit_chain (sequence, hash) VALUES (?, ?)",
            [SQLValue(sequence), SQLValue(hash)])
        try connection.execute(
            "UPDATE audit_head SET sequence = ?, hash = ? WHERE id = 1",
            [SQLValue(sequence), SQLValue(hash)])
    }

    /// Gives hashes to all rows, in a database that has none.
    func chainAll() throws {
        var head = AuditHead.beginning
        try connection.execute(
            "INSERT INTO audit_head (id, sequence, hash) VALUES (1, ?, ?)",
            [SQLValue(head.sequence), SQLValue(head.hash)])
        var place = Int64.min
        while true {
            let records = try records(after: place, limit: Self.piece)
            for record in records {
                head = AuditHead(
                    sequence: record.sequence,
                    hash: AuditDigest.digest(record.text(after: head.hash)))
                try chain(head.sequence, head.hash)
            }
            guard let last = records.last else { return }
            place = last.sequence
        }
    }

    package func head() throws -> AuditHead? {
        try connection.rows("SELECT sequence, hash FROM audit_head WHERE id = 1", []).first
            .map { AuditHead(sequence: try $0.integer("sequence"), hash: try $0.text("hash")) }
    }

    /// Goes on with an inspection, by so many rows at most.
    package func inspect(_ inspection: AuditInspection, limit: Int) throws -> AuditInspection {
        var inspection = inspection
        let links = try links(after: inspection.place, limit: limit)
        for link in links { inspection.take(link, AuditDigest.digest) }
        // In the same transaction as the last rows, so that nothing was added in between.
        if links.isEmpty { inspection.end(head: try head()) }
        return inspection
    }
}
