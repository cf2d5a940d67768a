/// One act, by whom, on what.
package struct AuditReply: Codable, Equatable, Sendable {
    /// Where a page goes on: `before`.
    package var sequence: Int64
    package var at: String
    /// A user's id, or `system`.
    package var actor: String
    package var role: String
    package var address: String?
    package var requestId: String?
    /// Noun and verb: `subscription.create`.
    package var action: String
    /// The kind of thing it was done to.
    package var subject: String
    package var subjectId: String
    package var details: [String: String]

    package init(
        sequence: Int64, at: String, actor: String, role: String, address: String? = nil,
        requestId: String? = nil, action: String, subject: String, subjectId: String,
        details: [String: String]
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
    }
}
