/// The first thing that is wrong with an audit trail.
package struct AuditFaultReply: Codable, Equatable, Sendable {
    /// `edited`, `removed`, `inserted`, `reordered`, `rehashed`, `head` or `rewritten`.
    package var kind: String
    /// The row that it begins with.
    package var sequence: Int64
    package var message: String

    package init(kind: String, sequence: Int64, message: String) {
        self.kind = kind
        self.sequence = sequence
        self.message = message
    }
}
