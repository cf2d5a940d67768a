/// What should be, and what is known so far: everything that planning may rely on.
package struct Desired: Equatable, Sendable {
    /// A volume of the present generation.
    package struct Claim: Equatable, Sendable {
        package var volumeID: VolumeID
        package var instanceID: InstanceID
        package var customerID: UserID
        package var name: ClaimName
        package var size: Bytes
        package var storageClass: String?
        package var accessMode: String
        /// Set once the claim has been seen: from then on it holds data.
        package var uid: ClaimUID?
        package var status: Volume.ClaimStatus
        /// In words, where its volume was last measured to be full.
        package var fullness: String?
        package var whereabouts: Whereabouts?

        package init(
            volumeID: VolumeID, instanceID: InstanceID, customerID: UserID, name: ClaimName,
            size: Bytes, storageClass: String? = nil, accessMode: String = "ReadWriteOnce",
            uid: ClaimUID? = nil,
            status: Volume.ClaimStatus = .pending, fullness: String? = nil,
            whereabouts: Whereabouts? = nil
        ) {
            self.volumeID = volumeID
            self.instanceID = instanceID
            self.customerID = customerID
            self.name = name
            self.size = size
            self.storageClass = storageClass
            self.accessMode = accessMode
            self.uid = uid
            self.status = status
            self.fullness = fullness
            self.whereabouts = whereabouts
        }
    }

    /// A retired volume whose destruction has been asked for.
    package struct Retired: Equatable, Sendable {
        package var volumeID: VolumeID
        package var name: ClaimName
        package var uid: ClaimUID?
        package var status: Volume.ClaimStatus
        package var ticket: TicketID
        package var notBefore: Instant
        package var hasBegun: Bool
        package var whereabouts: Whereabouts?

        package init(
            volumeID: VolumeID, name: ClaimName, uid: ClaimUID?,
            status: Volume.ClaimStatus = .bound, ticket: TicketID, notBefore: Instant,
            hasBegun: Bool, whereabouts: Whereabouts? = nil
        ) {
            self.status = status
            self.volumeID = volumeID
            self.name = name
            self.uid = uid
            self.ticket = ticket
            self.notBefore = notBefore
            self.hasBegun = hasBegun
            self.whereabouts = whereabouts
        }
    }

    /// A restart that was asked for and has not been seen done.
    package struct Restart: Equatable, Sendable {
        /// The run to be replaced, once it was noted.
        package var from: RunID?

        package init(from: RunID?) { self.from = from }
    }

    package var wish: ServiceInstance.Wish
    package var workload: Workload
    package var claims: [Claim]
    package var retired: [Retired]
    package var restart: Restart?

    package init(
        wish: ServiceInstance.Wish, workload: Workload, claims: [Claim],
        retired: [Retired] = [], restart: Restart? = nil
    ) {
        self.wish = wish
        self.workload = workload
        self.claims = claims
        self.retired = retired
        self.restart = restart
    }

    /// Of its claims, those that have been seen once.
    package var seenClaims: [ClaimName: ClaimIdentity] {
        let retired = retired.compactMap { retired in
            retired.uid.map { uid in
                ClaimIdentity(
                    name: retired.name, uid: uid, volumeID: retired.volumeID,
                    instanceID: workload.instanceID, customerID: workload.customerID)
            }
        }
        let present = claims.compactMap { claim in claim.uid.map { ClaimIdentity(claim, $0) } }
        return Dictionary((present + retired).map { ($0.name, $0) }) { first, _ in first }
    }

    /// Every claim of the instance that an engine is to look for.
    package var claimNames: [ClaimName] { claims.map(\.name) + retired.map(\.name) }
}
