import Domain

extension SQLTransaction {
    private var trail: AuditTrail { AuditTrail(connection) }

    func append(_ event: AuditEvent) throws { try trail.append(event) }

    func auditLinks(after sequence: Int64, limit: Int) throws -> [AuditLink] {
        try trail.links(after: sequence, limit: limit)
    }

    func inspect(_ inspection: AuditInspection, limit: Int) throws -> AuditInspection {
        try trail.inspect(inspection, limit: limit)
    }

    func audit(_ query: AuditQuery) throws -> [AuditEvent] {
        guard let span = try span(of: query) else { return [] }
        let limit = max(0, query.limit)
        guard let prefix = query.action, query.subjectID == nil else {
            return try events(query, in: span, action: nil, limit)
        }
        // By each action that begins so, since an index has rows in their order for one alone.
        let found = try actions(beginningWith: prefix)
            .flatMap { try events(query, in: span, action: $0, limit) }
        return Array(found.sorted { $0.sequence > $1.sequence }.prefix(limit))
    }

    private func events(
        _ query: AuditQuery, in span: ClosedRange<Int64>, action: String?, _ limit: Int
    ) throws -> [AuditEvent] {
        var filter: [(term: String, values: [SQLValue])] = [
            (
                "sequence >= ? AND sequence <= ?",
                [.integer(span.lowerBound), .integer(span.upperBound)]
            )
        ]
        if let action { filter.append(("action = ?", [.text(action)])) }
        if let subject = query.subjectID { filter.append(("subject_id = ?", [.text(subject)])) }
        if let actor = query.actor { filter.append(("actor = ?", [.text(actor)])) }
        if action == nil, let prefix = query.action {
            let length = SQLValue(prefix.unicodeScalars.count)
            filter.append(("SUBSTR(action, 1, ?) = ?", [length, .text(prefix)]))
        }
        if let since = query.since { filter.append(("at >= ?", [SQLValue(since)])) }
        if let until = query.until { filter.append(("at < ?", [SQLValue(until)])) }
        let terms = filter.map(\.term).joined(separator: " AND ")
        return try all(
            "WHERE \(terms) ORDER BY sequence DESC LIMIT ?",
            filter.flatMap(\.values) + [SQLValue(limit)])
    }

    /// The numbers between which the wanted rows are; `nil` when there are none. A clock may have
    /// been set back, so that moments and numbers do not go together.
    private func span(of query: AuditQuery) throws -> ClosedRange<Int64>? {
        var (first, last) = (Int64.min, query.before.map { $0 - 1 } ?? .max)
        if query.since != nil || query.until != nil {
            let ends = try connection.rows(
                """
                SELECT MIN(sequence) AS first, MAX(sequence) AS last FROM audit
                WHERE at >= ? AND at < ?
                """,
                [
                    .integer(query.since?.milliseconds ?? .min),
                    .integer(query.until?.milliseconds ?? .max),
                ]
            ).first
            guard let low = try ends?.optionalInteger("first"),
                let high = try ends?.optionalInteger("last")
            else { return nil }
            (first, last) = (low, min(last, high))
        }
        return first <= last ? first...last : nil
    }

    /// Few: the program has so many verbs.
    private func actions(beginningWith prefix: String) throws -> [String] {
        var found: [String] = []
        var (comparison, last) = (">=", prefix)
        while let next = try connection.rows(
            "SELECT MIN(action) AS action FROM audit WHERE action \(comparison) ?", [.text(last)]
        ).first?.optionalText("action"), next.hasPrefix(prefix) {
            found.append(next)
            (comparison, last) = (">", next)
        }
        return found
    }
}
