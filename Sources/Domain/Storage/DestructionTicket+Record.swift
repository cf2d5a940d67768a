extension DestructionTicket {
    /// The row behind a ticket: why a claim may be destroyed, who said so, and from when.
    package struct Record: Equatable, Sendable {
        package enum Reason: String, Sendable, CaseIterable {
            case reset
            case adminDelete = "admin-delete"
            case graceExpired = "grace-expired"
            case orphan
            case neverBound = "never-bound"
            /// Asked for by the owner of a subscription that has ended.
            case ownerDelete = "owner-delete"
        }

        package enum State: String, Sendable, CaseIterable {
            /// May still be taken back.
            case issued
            /// The last step has begun: no way back.
            case begun
            /// The claim was seen gone.
            case spent
            /// Taken back: by an undo, or a resubscription.
            case voided
        }

        package var id: TicketID
        package var volumeID: VolumeID
        package var instanceID: InstanceID
        package var claim: ClaimName
        /// `nil` while the claim has never been seen.
        package var uid: ClaimUID?
        package var reason: Reason
        package var state: State
        package var issuedBy: String
        /// What the person typed to confirm.
        package var confirmation: String
        /// Nothing is destroyed while it is owed.
        package var lastBackup: LastBackup
        package var issuedAt: Instant
        /// The end of the undo window: nothing is destroyed before.
        package var notBefore: Instant
        package var begunAt: Instant?
        package var endedAt: Instant?
        /// How it was seen that the claim is gone.
        package var proof: String?

        package init(
            id: TicketID, volumeID: VolumeID, instanceID: InstanceID, claim: ClaimName,
            uid: ClaimUID?, reason: Reason, state: State = .issued, issuedBy: String,
            confirmation: String, lastBackup: LastBackup, issuedAt: Instant, notBefore: Instant,
            begunAt: Instant? = nil, endedAt: Instant? = nil, proof: String? = nil
        ) {
            self.id = id
            self.volumeID = volumeID
            self.instanceID = instanceID
            self.claim = claim
            self.uid = uid
            self.reason = reason
            self.state = state
            self.issuedBy = issuedBy
            self.confirmation = confirmation
            self.lastBackup = lastBackup
            self.issuedAt = issuedAt
            self.notBefore = notBefore
            self.begunAt = begunAt
            self.endedAt = endedAt
            self.proof = proof
        }
    }
}
