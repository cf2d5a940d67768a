/// Something that a look has taught, to be written down before anything is done about it.
package enum Finding: Equatable, Sendable {
    /// A claim was seen for the first time: from now on it holds data.
    case claimBound(VolumeID, ClaimUID)
    /// A claim that held data is not there, or another bears its name.
    case claimLost(VolumeID, ClaimName, String)
    /// A lost claim is there again, with the same identity.
    case claimFound(VolumeID, ClaimName)
    /// The run that the wanted restart is to replace.
    case restartBegun(from: RunID)
    case restartDone
    /// The claim of a ticket is gone; how that was seen.
    case destructionProven(TicketID, proof: String)
}

/// What `observed` adds to what was known; empty when it adds nothing.
package func learn(desired: Desired, observed: Observed) -> [Finding] {
    desired.claims.compactMap { finding(about: $0, observed: observed) }
        + desired.retired.compactMap { finding(about: $0, observed: observed) }
        + [restartFinding(desired.restart, observed)].compactMap(\.self)
}

private func finding(about claim: Desired.Claim, observed: Observed) -> Finding? {
    switch (claim.uid, observed.claims[claim.name]?.uid) {
    case (nil, let seen?):
        observed.claims[claim.name]?.volumeID == claim.volumeID
            ? .claimBound(claim.volumeID, seen) : nil
    case (nil, nil): nil
    case (let known?, let seen) where known == seen:
        claim.status == .lost ? .claimFound(claim.volumeID, claim.name) : nil
    case (_?, let seen):
        claim.status == .lost
            ? nil
            : .claimLost(
                claim.volumeID, claim.name,
                seen == nil ? "it does not exist" : "another volume bears its name")
    }
}

private func finding(about retired: Desired.Retired, observed: Observed) -> Finding? {
    switch (retired.uid, observed.claims[retired.name]?.uid) {
    case (nil, let seen?):
        observed.claims[retired.name]?.volumeID == retired.volumeID
            ? .claimBound(retired.volumeID, seen) : nil
    case (nil, nil):
        .destructionProven(retired.ticket, proof: "the claim was never made")
    case (_?, nil) where retired.hasBegun:
        .destructionProven(retired.ticket, proof: "the engine answered that it does not exist")
    default: nil
    }
}

private func restartFinding(_ restart: Desired.Restart?, _ observed: Observed) -> Finding? {
    guard let restart else { return nil }
    let run = observed.runs.first ?? .none
    guard let from = restart.from else { return .restartBegun(from: run) }
    return run != from && run != .none ? .restartDone : nil
}

extension Observed {
    /// The runs that are under way.
    package var runs: [RunID] {
        workloads.compactMap { workload in
            if case .running(let run, _) = workload.state { run } else { nil }
        }
    }
}
