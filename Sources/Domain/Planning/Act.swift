/// One act that an engine can take, and take again without harm. None destroys data.
package enum Act: Equatable, Sendable {
    case pullImage(String)
    case createClaim(Desired.Claim)
    /// Sees to it that a claim's bytes outlive the claim, and only a ticket destroys them.
    case guardClaim(ClaimIdentity)
    /// Makes the bytes of a detached claim reachable again, under the same identity.
    case reattachClaim(Desired.Claim)
    /// Makes a claim larger; never smaller, and with everything that is in it.
    case grow(ClaimName, ClaimUID, to: Bytes)
    case createWorkload(Workload)
    case start(WorkloadID, Workload)
    case stop(WorkloadID, timeout: Duration)
    case restart(WorkloadID, timeout: Duration)
    /// Removes a workload that runs no process; its claims stay. For good also what brings
    /// visitors to it goes, and its port with that; else another is made in its place.
    case remove(WorkloadID, forGood: Bool = false)

    /// What an operation shows while it is taken.
    package var title: String {
        switch self {
        case .pullImage(let image): "pull image \(image)"
        case .createClaim(let claim): "create volume \(claim.name)"
        case .guardClaim(let claim): "guard volume \(claim.name)"
        case .reattachClaim(let claim): "reattach volume \(claim.name)"
        case .grow(let claim, _, let size): "grow volume \(claim) to \(size.rounded)"
        case .createWorkload(let workload): "create container \(workload.name)"
        case .start: "start"
        case .stop(_, let timeout): "stop (up to \(timeout.components.seconds) s)"
        case .restart(_, let timeout): "restart (up to \(timeout.components.seconds) s)"
        case .remove: "remove container; its volumes stay"
        }
    }
}
