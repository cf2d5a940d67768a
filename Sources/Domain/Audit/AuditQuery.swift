/// Which rows of the audit are wanted; newest first.
package struct AuditQuery: Equatable, Sendable {
    /// A user's id, `system` or `nobody`.
    package var actor: String?
    package var subjectID: String?
    /// What the action begins with.
    package var action: String?
    /// From this moment on.
    package var since: Instant?
    /// Before this moment.
    package var until: Instant?
    /// Before this sequence.
    package var before: Int64?
    package var limit: Int

    package init(
        actor: String? = nil, subjectID: String? = nil, action: String? = nil,
        since: Instant? = nil, until: Instant? = nil, before: Int64? = nil, limit: Int
    ) {
        self.actor = actor
        self.subjectID = subjectID
        self.action = action
        self.since = since
        self.until = until
        self.before = before
        self.limit = limit
    }
}
