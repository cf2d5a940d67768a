package import Domain

extension AuditTrail {
    /// What is kept under each number after `sequence`, whether or not it is whole; not more than
    /// `limit` of them, and none only where there are none.
    package func links(after sequence: Int64, limit: Int) throws -> [AuditLink] {
        let records = try records(after: sequence, limit: limit)
        let hashes = try hashes(after: sequence, limit: limit)
        // Beyond the last of a full piece, one of the two was not read.
        let ends = [
            records.count < limit ? nil : records.last?.sequence,
            hashes.count < limit ? nil : hashes.last?.sequence,
        ]
        let end = ends.compactMap(\.self).min() ?? .max
        var links: [Int64: AuditLink] = [:]
        for record in records {
            links[record.sequence] = AuditLink(
                sequence: record.sequence, record: record, hash: nil)
        }
        for hash in hashes {
            links[
                hash.sequence,
                default: AuditLink(sequence: hash.sequence, record: nil, hash: nil)
            ].hash = hash.hash
        }
        return Array(
            links.values.filter { $0.sequence <= end }.sorted { $0.sequence < $1.sequence }
                .prefix(limit))
    }

    func records(after sequence: Int64, limit: Int) throws -> [AuditRecord] {
        try connection.rows(
            "\(AuditEvent.table.select) WHERE sequence > ? ORDER BY sequence LIMIT ?",
            [SQLValue(sequence), SQLValue(limit)]
        ).map { row in
            AuditRecord(
                sequence: try row.integer("sequence"), at: try row.integer("at"),
                actor: try row.text("actor"), role: try row.text("role"),
                address: try row.optionalText("address"),
                requestID: try row.optionalText("request_id"), action: try row.text("action"),
                subject: try row.text("subject"), subjectID: try row.text("subject_id"),
                details: try row.text("details"))
        }
    }

    private func hashes(after sequence: Int64, limit: Int) throws -> [AuditHead] {
        try connection.rows(
            "SELECT sequence, hash FROM audit_chain WHERE sequence > ? ORDER BY sequence LIMIT ?",
            [SQLValue(sequence), SQLValue(limit)]
        ).map { AuditHead(sequence: try $0.integer("sequence"), hash: try $0.text("hash")) }
    }
}
