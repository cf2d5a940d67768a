/// The bytes of one customer, as a row that outlives every workload that mounts them.
package struct Volume: Equatable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// Belongs to the instance's present generation.
        case attached
        /// Taken out by a reset or its undo; kept until its ticket is spent.
        case retired
        /// Seen gone, under a ticket.
        case destroyed
    }

    /// In the specification's words.
    package enum ClaimStatus: String, Sendable, CaseIterable {
        case pending = "Pending"
        case bound = "Bound"
        case lost = "Lost"
    }

    package var id: VolumeID
    package var instanceID: InstanceID
    package var template: VolumeTemplate
    package var generation: Int
    package var size: Bytes
    package var claim: ClaimName
    /// Known once the claim has been seen; from then on the volume is taken to hold data, and
    /// is never made anew.
    package var uid: ClaimUID?
    package var state: State
    package var claimStatus: ClaimStatus
    package var createdAt: Instant
    package var retiredAt: Instant?
    /// The operation that retired it.
    package var retiredBy: OperationID?
    /// Counts the retirements of its instance, since no clock is to say which was the last; an
    /// undo takes back all that one retirement took out.
    package var retirement: Int?
    package var destroyedAt: Instant?
    /// `nil` where the engine does not tell.
    package var whereabouts: Whereabouts?

    package init(
        id: VolumeID, instanceID: InstanceID, template: VolumeTemplate, generation: Int,
        size: Bytes, claim: ClaimName, uid: ClaimUID? = nil, state: State = .attached,
        claimStatus: ClaimStatus = .pending, createdAt: Instant, retiredAt: Instant? = nil,
        retiredBy: OperationID? = nil, retirement: Int? = nil, destroyedAt: Instant? = nil
    ) {
        self.id = id
        self.instanceID = instanceID
        self.template = template
        self.generation = generation
        self.size = size
        self.claim = claim
        self.uid = uid
        self.state = state
        self.claimStatus = claimStatus
        self.createdAt = createdAt
        self.retiredAt = retiredAt
        self.retiredBy = retiredBy
        self.retirement = retirement
        self.destroyedAt = destroyedAt
    }
}
