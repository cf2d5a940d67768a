/// Why nothing is destroyed, whatever was asked for.
package struct HoldReply: Codable, Equatable, Sendable {
    /// `breaker` or `quarantine`.
    package var kind: String
    package var why: String
    package var since: String
    package var inForce: Bool
    /// What to do about it.
    package var remedy: String
    /// What to send to lift this one, and no other.
    package var confirm: String
    package var liftedAt: String?
    /// A user's id.
    package var liftedBy: String?
    /// Until when the same reason does not count again.
    package var allowedUntil: String?

    package init(
        kind: String, why: String, since: String, inForce: Bool, remedy: String, confirm: String,
        liftedAt: String? = nil, liftedBy: String? = nil, allowedUntil: String? = nil
    ) {
        self.kind = kind
        self.why = why
        self.since = since
        self.inForce = inForce
        self.remedy = remedy
        self.confirm = confirm
        self.liftedAt = liftedAt
        self.liftedBy = liftedBy
        self.allowedUntil = allowedUntil
    }
}
