/// By what the bytes of a claim are known, also when nothing but the bytes is left.
package struct ClaimIdentity: Equatable, Sendable {
    package var name: ClaimName
    package var uid: ClaimUID
    package var volumeID: VolumeID
    package var instanceID: InstanceID
    package var customerID: UserID

    package init(
        name: ClaimName, uid: ClaimUID, volumeID: VolumeID, instanceID: InstanceID,
        customerID: UserID
    ) {
        self.name = name
        self.uid = uid
        self.volumeID = volumeID
        self.instanceID = instanceID
        self.customerID = customerID
    }

    package init(_ claim: Desired.Claim, _ uid: ClaimUID) {
        self.init(
            name: claim.name, uid: uid, volumeID: claim.volumeID, instanceID: claim.instanceID,
            customerID: claim.customerID)
    }

    /// Of a claim that a look at a workload has seen; `nil` where it is none of ours.
    package init?(_ seen: Observed.Claim, named name: ClaimName, of workload: Workload) {
        guard let volumeID = seen.volumeID else { return nil }
        self.init(
            name: name, uid: seen.uid, volumeID: volumeID, instanceID: workload.instanceID,
            customerID: workload.customerID)
    }
}
