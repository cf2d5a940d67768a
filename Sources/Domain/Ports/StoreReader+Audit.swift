extension StoreReader {
    /// Newest first; `before` is a sequence number.
    package func audit(before: Int64?, limit: Int) throws -> [AuditEvent] {
        try audit(AuditQuery(before: before, limit: limit))
    }
}
