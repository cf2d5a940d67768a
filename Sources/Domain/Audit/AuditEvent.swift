/// One act, by whom, on what. Rows are only ever added.
package struct AuditEvent: Equatable, Sendable {
    /// Given by the store, counting up; 0 before it is kept.
    package var sequence: Int64
    package var at: Instant
    /// A user's id, `system`, or `nobody` for strangers.
    package var actor: String
    package var role: String
    package var address: String?
    package var requestID: String?
    /// Noun and verb: `subscription.create`, `volume.destroy`.
    package var action: String
    /// What kind of thing it was done to, and which.
    package var subject: String
    package var subjectID: String
    /// What changed, as text; holds no secrets.
    package var details: [String: String]

    package init(
        sequence: Int64 = 0, at: Instant, actor: Actor, action: String, subject: String,
        subjectID: String, details: [String: String] = [:]
    ) {
        self.sequence = sequence
        self.at = at
        switch actor.identity {
        case .system:
            self.actor = "system"
            role = "system"
        case .nobody:
            self.actor = "nobody"
            role = "nobody"
        case .user(let id, let userRole):
            self.actor = id.rawValue
            role = userRole.rawValue
        }
        address = actor.address
        requestID = actor.requestID
        self.action = action
        self.subject = subject
        self.subjectID = subjectID
        self.details = details
    }

    /// A row as it was kept.
    package init(
        sequence: Int64, at: Instant, actor: String, role: String, address: String?,
        requestID: String?, action: String, subject: String, subjectID: String,
        details: [String: String]
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.role = role
        self.address = address
        self.requestID = requestID
        self.action = action
        self.subject = subject
        self.subjectID = subjectID
        self.details = details
    }
}
