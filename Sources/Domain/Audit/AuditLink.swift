/// What is kept under one number of the audit: the row, and in a table of its own the row's hash.
/// Where somebody meddled, one of them may be missing.
package struct AuditLink: Equatable, Sendable {
    package var sequence: Int64
    package var record: AuditRecord?
    package var hash: String?

    package init(sequence: Int64, record: AuditRecord?, hash: String?) {
        self.sequence = sequence
        self.record = record
        self.hash = hash
    }

    /// Whether it is whole, and goes on from what is before it.
    func follows(_ previous: String, _ digest: AuditInspection.Digest) -> Bool {
        guard let record, let hash else { return false }
        return digest(record.text(after: previous)) == hash
    }
}
