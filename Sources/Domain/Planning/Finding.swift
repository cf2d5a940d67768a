/// Something that a look has taught, to be written down before anything is done about it.
package enum Finding: Equatable, Sendable {
    /// A claim was seen for the first time: from now on it holds data.
    case claimBound(VolumeID, ClaimUID)
    /// A claim that held data is not there, or another bears its name; why, in words.
    case claimLost(VolumeID, ClaimName, String)
    /// Where its bytes lie.
    case claimPlaced(VolumeID, Whereabouts)
    /// A lost claim is there again, with the same identity.
    case claimFound(VolumeID, ClaimName)
    /// The run that the wanted restart is to replace.
    case restartBegun(from: RunID)
    case restartDone
    /// The claim of a ticket is gone; how that was seen.
    case destructionProven(TicketID, proof: String)
}

/// What `observed` adds to what was known; empty when it adds nothing.
package func learn(desired: Desired, observed: Observed, now: Instant) -> [Finding] {
    let attached = desired.claims.compactMap { claim in
        identity(
            of: claim.volumeID, claim.name, known: claim.uid, status: claim.status, observed)
    }
    let retired = desired.retired.compactMap { retiredFinding($0, observed, now) }
    return attached + retired + whereabouts(desired, observed)
        + [restartFinding(desired.restart, observed)].compactMap(\.self)
}

/// Where the bytes of claims lie that are the known ones, as far as that is news.
private func whereabouts(_ desired: Desired, _ observed: Observed) -> [Finding] {
    let known =
        desired.claims.map { ($0.volumeID, $0.name, $0.uid, $0.whereabouts) }
        + desired.retired.map { ($0.volumeID, $0.name, $0.uid, $0.whereabouts) }
    return known.compactMap { volume, name, uid, whereabouts in
        guard let uid, let seen = observed.claims[name], seen.uid == uid,
            let found = seen.whereabouts, found != whereabouts
        else { return nil }
        return .claimPlaced(volume, found)
    }
}

/// Whether the claim is the one that is known, or how that has changed.
private func identity(
    of volume: VolumeID, _ name: ClaimName, known: ClaimUID?, status: Volume.ClaimStatus,
    _ observed: Observed
) -> Finding? {
    let seen = observed.claims[name]
    guard let known else {
        guard let seen, seen.volumeID == volume else { return nil }
        return .claimBound(volume, seen.uid)
    }
    switch (seen?.uid == known, status == .lost) {
    case (true, true): return .claimFound(volume, name)
    case (false, false):
        let why = seen == nil ? "it does not exist" : "another volume bears its name"
        return .claimLost(volume, name, why)
    default: return nil
    }
}

private func retiredFinding(
    _ retired: Desired.Retired, _ observed: Observed, _ now: Instant
) -> Finding? {
    let isGone = observed.claims[retired.name] == nil
    if isGone && retired.hasBegun {
        let proof = "the engine answered that it does not exist"
        return .destructionProven(
            retired.ticket, proof: retired.whereabouts?.proof(proof) ?? proof)
    }
    if isGone && retired.uid == nil {
        return .destructionProven(retired.ticket, proof: "the claim was never made")
    }
    if isGone && retired.notBefore <= now {
        return .destructionProven(
            retired.ticket, proof: "it was already missing; Holdfast destroyed nothing")
    }
    return identity(
        of: retired.volumeID, retired.name, known: retired.uid, status: retired.status,
        observed)
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
