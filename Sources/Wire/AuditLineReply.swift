/// One line of an export of the audit trail: a row, and how it is chained.
package struct AuditLineReply: Codable, Equatable, Sendable {
    package var sequence: Int64
    package var at: String
    package var actor: String
    package var role: String
    package var address: String?
    package var requestId: String?
    package var action: String
    package var subject: String
    package var subjectId: String
    package var details: [String: String]
    /// The details as they are kept, where that is not what `details` is written as today.
    package var detailsText: String?
    /// The hash of the row before.
    package var previousHash: String
    /// Absent where somebody removed it.
    package var hash: String?

    package init(
        sequence: Int64, at: String, actor: String, role: String, address: String? = nil,
        requestId: String? = nil, action: String, subject: String, subjectId: String,
        details: [String: String], detailsText: String? = nil, previousHash: String,
        hash: String? = nil
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.role = role
        self.address = address
        self.requestId = requestId
        self.action = action
        self.subject = subject
        self.subjectId = subjectId
        self.details = details
        self.detailsText = detailsText
        self.previousHash = previousHash
        self.hash = hash
    }
}
