/// Why nothing is destroyed at present, whatever tickets say; an admin must lift it.
package struct Hold: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// More was to be destroyed at once than is usual.
        case breaker
        /// The engine has seen a later state of the database than this one.
        case quarantine
    }

    package var kind: Kind
    /// For admins.
    package var why: String
    package var since: Instant
    package var liftedAt: Instant?
    package var liftedBy: String?
    /// Until when the same reason does not count again after it was lifted.
    package var allowedUntil: Instant?

    package init(
        kind: Kind, why: String, since: Instant, liftedAt: Instant? = nil,
        liftedBy: String? = nil, allowedUntil: Instant? = nil
    ) {
        self.kind = kind
        self.why = why
        self.since = since
        self.liftedAt = liftedAt
        self.liftedBy = liftedBy
        self.allowedUntil = allowedUntil
    }

    package var isInForce: Bool { liftedAt == nil }
}
