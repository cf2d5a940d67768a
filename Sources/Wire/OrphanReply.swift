/// Something in the engine that bears the installation's label and that no row claims.
package struct OrphanReply: Codable, Equatable, Sendable {
    package var id: String
    /// `claim` or `workload`.
    package var kind: String
    /// The engine's name for it.
    package var name: String
    /// What tells it from any other that ever bore its name.
    package var uid: String
    /// The instance that it says it belongs to, where there is one.
    package var instance: String?
    /// `seen`, `condemned`, or `begun`: then there is no way back.
    package var state: String
    package var firstSeen: String
    package var lastSeen: String
    /// How many looks have seen it.
    package var looks: Int
    /// Whether a confirmation of the report would condemn it.
    package var removable: Bool
    /// Why not.
    package var reason: String?
    /// When a condemned one goes, unless that is taken back.
    package var removedAfter: String?

    package init(
        id: String, kind: String, name: String, uid: String, instance: String? = nil, state: String,
        firstSeen: String, lastSeen: String, looks: Int, removable: Bool, reason: String? = nil,
        removedAfter: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.uid = uid
        self.instance = instance
        self.state = state
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
        self.looks = looks
        self.removable = removable
        self.reason = reason
        self.removedAfter = removedAfter
    }
}
