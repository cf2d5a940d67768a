/// The safe way from what is to what should be; empty when they agree.
///
/// The reconciler takes the first step only, then looks again: so a stop is *seen* before a
/// start is sent, and two writers never share a volume.
package func plan(desired: Desired, observed: Observed, now: Instant) -> [Step] {
    let keeping = guarding(desired, observed) + reattaching(desired, observed)
    guard keeping.isEmpty else { return keeping }
    let steps = workloadSteps(desired, observed)
    let growing = growth(desired, observed)
    let calm =
        growing.filter(\.isAct) + destructions(desired, observed, now)
        + growing.filter { !$0.isAct }
    switch steps.first {
    case nil: return calm
    case .wait: return calm + steps
    default: return steps
    }
}

/// Before anything else: where a claim is already on its way out, the end of a workload could be
/// the end of its bytes. Whatever is ours counts, also what only a later state of the database
/// knew; but not what is being destroyed.
private func guarding(_ desired: Desired, _ observed: Observed) -> [Step] {
    let begun = Set(desired.retired.filter(\.hasBegun).compactMap(\.uid))
    let bare = observed.claims.filter { _, seen in
        seen.volumeID != nil && !seen.isGuarded && !begun.contains(seen.uid)
    }
    return bare.sorted { $0.key < $1.key }.compactMap { name, seen in
        ClaimIdentity(seen, named: name, of: desired.workload).map { .act(.guardClaim($0)) }
    }
}

private func reattaching(_ desired: Desired, _ observed: Observed) -> [Step] {
    guard desired.wish != .erased else { return [] }
    return desired.claims.compactMap { claim in
        guard let seen = observed.claims[claim.name], seen.uid == claim.uid, seen.isDetached
        else { return nil }
        return .act(.reattachClaim(claim))
    }
}

/// Claims that are smaller than they should be; what the engine is at, is waited for. Never ahead
/// of what brings the service back; but not after it is well either, since more room may be what
/// it waits for.
private func growth(_ desired: Desired, _ observed: Observed) -> [Step] {
    desired.claims.compactMap { claim in
        guard let seen = observed.claims[claim.name], seen.uid == claim.uid,
            let size = seen.enforcedSize, size < claim.size
        else { return nil }
        switch seen.growth {
        case nil: return .act(.grow(claim.name, seen.uid, to: claim.size))
        case .underWay(let why): return .wait("volume \(claim.name) is being enlarged: \(why)")
        case .withNextStart where desired.wish != .running: return nil
        case .withNextStart(let why): return .wait("volume \(claim.name) is enlarged: \(why)")
        case .refused(let why): return .callForHelp(.growthRefused(claim.name, why))
        }
    }
}

private func workloadSteps(_ desired: Desired, _ observed: Observed) -> [Step] {
    switch desired.wish {
    case .running: runningSteps(desired, observed)
    case .stopped: observed.workloads.compactMap { stoppedStep($0, desired) }
    case .erased:
        observed.workloads.map { stop($0, desired) ?? .act(.remove($0.id, forGood: true)) }
    }
}

/// A stopped workload stays as it is, unless it holds on to volumes that are no longer its own.
private func stoppedStep(_ workload: Observed.Workload, _ desired: Desired) -> Step? {
    stop(workload, desired)
        ?? (workload.revision == desired.workload.revision ? nil : .act(.remove(workload.id)))
}

private func runningSteps(_ desired: Desired, _ observed: Observed) -> [Step] {
    let lost = desired.claims.filter { claim in
        claim.uid != nil && observed.claims[claim.name]?.uid != claim.uid
    }
    if !lost.isEmpty { return [.callForHelp(.volumeLost(lost.map(\.name)))] }
    let taken = desired.claims.filter { claim in
        claim.uid == nil && observed.claims[claim.name] != nil
    }
    if !taken.isEmpty { return [.callForHelp(.claimTaken(taken.map(\.name)))] }
    let missing = desired.claims.filter { observed.claims[$0.name] == nil }
    // On a claim that is yet to be made, none can start: an engine may make one up for it.
    guard missing.isEmpty, let workload = current(desired, observed) else {
        let clearing = observed.workloads.map { stop($0, desired) ?? .act(.remove($0.id)) }
        let pull = pullSteps(desired, observed)
        return isOutdatedOnly(observed)
            ? pull + clearing + makingSteps(desired, missing)
            : clearing + pull + makingSteps(desired, missing)
    }
    return upkeep(of: workload, desired, observed)
}

/// Nobody has meddled with it, so it may go on for as long as the image of the next is fetched:
/// if that cannot be had, the service still runs.
private func isOutdatedOnly(_ observed: Observed) -> Bool {
    observed.workloads.count == 1 && observed.workloads.allSatisfy(\.drift.isEmpty)
}

private func pullSteps(_ desired: Desired, _ observed: Observed) -> [Step] {
    observed.hasImage ? [] : [.act(.pullImage(desired.workload.spec.image))]
}

/// The one workload that is as it should be, if there is just that one.
private func current(_ desired: Desired, _ observed: Observed) -> Observed.Workload? {
    guard observed.workloads.count == 1, let only = observed.workloads.first,
        only.revision == desired.workload.revision, only.drift.isEmpty
    else { return nil }
    return only
}

private func makingSteps(_ desired: Desired, _ missing: [Desired.Claim]) -> [Step] {
    missing.map { .act(.createClaim($0)) } + [.act(.createWorkload(desired.workload))]
}

private func upkeep(
    of workload: Observed.Workload, _ desired: Desired, _ observed: Observed
) -> [Step] {
    if !observed.intruders.isEmpty {
        return [.callForHelp(.volumeInUse(by: observed.intruders))]
    }
    let timeout = desired.workload.spec.stopTimeout
    switch workload.state {
    case .created, .stopped: return [.act(.start(workload.id, desired.workload))]
    case .running(let run, _) where desired.restart?.from == run:
        return [.act(.restart(workload.id, timeout: timeout))]
    case .running(_, .ready) where !workload.missing.isEmpty:
        return [.act(.start(workload.id, desired.workload))]
    case .running(_, .ready): return []
    case .running(_, .starting): return [.wait("waiting until the service answers")]
    case .running(_, .failing(let why)): return [.wait("the service does not answer: \(why)")]
    case .changing(let what): return [.wait(what)]
    }
}

private func stop(_ workload: Observed.Workload, _ desired: Desired) -> Step? {
    workload.state.mayWrite
        ? .act(.stop(workload.id, timeout: desired.workload.spec.stopTimeout)) : nil
}

/// Retired claims whose window is over, once no workload can be holding them.
private func destructions(
    _ desired: Desired, _ observed: Observed, _ now: Instant
) -> [Step] {
    desired.retired.filter { retired in
        guard retired.hasBegun || retired.notBefore <= now, let uid = retired.uid else {
            return false
        }
        return observed.claims[retired.name]?.uid == uid
    }
    .map { .destroy($0.ticket) }
}
