/// Something in the engine that bears the installation's label and that no row claims.
///
/// Seen again and again it may be removed, but only after an admin has confirmed it: then this
/// row is also the ticket under which a claim is destroyed.
package struct Orphan: Equatable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case seen
        /// An admin has confirmed that it may go.
        case condemned
        /// The last step has begun: no way back.
        case begun
        /// Seen gone, or claimed by a row.
        case gone
    }

    /// Also the ticket's.
    package var id: OrphanID
    package var object: EngineObject
    package var state: State
    package var firstSeen: Instant
    package var lastSeen: Instant
    /// How many looks have seen it.
    package var looks: Int
    package var condemnedBy: String?
    /// What the admin has confirmed: the digest of the report.
    package var confirmation: String?
    package var notBefore: Instant?
    package var begunAt: Instant?
    package var endedAt: Instant?
    package var proof: String?

    package init(
        id: OrphanID, object: EngineObject, state: State = .seen, firstSeen: Instant,
        lastSeen: Instant, looks: Int = 1, condemnedBy: String? = nil,
        confirmation: String? = nil, notBefore: Instant? = nil, begunAt: Instant? = nil,
        endedAt: Instant? = nil, proof: String? = nil
    ) {
        self.id = id
        self.object = object
        self.state = state
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.looks = looks
        self.condemnedBy = condemnedBy
        self.confirmation = confirmation
        self.notBefore = notBefore
        self.begunAt = begunAt
        self.endedAt = endedAt
        self.proof = proof
    }
}

package typealias OrphanID = Identifier<Orphan>
