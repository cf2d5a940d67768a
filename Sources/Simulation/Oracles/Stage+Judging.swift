import Domain
import TestSupport

/// Those who look at an act in the moment in which it is done.
extension Stage {
    func judge(_ act: Act, _ life: Life) {
        switch act {
        case .createClaim(let claim): judge(making: claim)
        case .createWorkload(let workload): judge(mountsOf: workload)
        case .start(let id, _): judge(starting: id, life)
        case .restart(let id, _):
            judge(ending: id, life)
            judge(starting: id, life)
        case .stop(let id, _), .remove(let id, _): judge(ending: id, life)
        case .pullImage, .guardClaim, .reattachClaim, .grow: break
        }
    }

    private func judge(making claim: Desired.Claim) {
        guard view.claims[claim.name] == nil, let before = truth.holders[claim.name],
            let count = truth.durable[before], count > 0
        else { return }
        // What was destroyed under its ticket since, an older database has still to make.
        if truth.wasRestored, truth.destroyed.contains(before) { return }
        // What a stranger has removed, an older database that never knew it cannot miss.
        if truth.unknown.contains(before), truth.strangers.contains(before) { return }
        blame(.s5, "an empty volume is made where \(claim.name) held \(count) records")
    }

    func judge(mountsOf workload: Workload) {
        let missing = workload.spec.volumes.count - workload.mounts.count
        if missing > 0 { blame(.s5, "\(workload.name) is made without \(missing) of its volumes") }
        for mount in workload.mounts {
            guard let uid = view.claims[mount.claim]?.uid, let owner = truth.owners[uid],
                owner != workload.instanceID
            else { continue }
            blame(.s7, "\(workload.name) mounts \(mount.claim), which is another service's")
        }
    }

    func judge(starting id: WorkloadID, _ life: Life) {
        guard let container = view.containers[id] else { return }
        let seen = lookedAt(container, life)
        judge(claimsOf: container, seen)
        for name in container.claims {
            for other in view.containers.values
            where other.id != id && other.run != nil && other.claims.contains(name) {
                let isKnown = truth.intruderSince[other.id].map { $0 < seen } ?? true
                if isKnown { blame(.s4, "\(container.name) starts while \(other.name) writes") }
            }
        }
    }

    /// A container finds its volumes by their names: whose bytes those are, the program must know.
    private func judge(claimsOf container: MemoryWorld.Container, _ seen: Int) {
        for name in container.claims {
            guard let since = truth.takenSince[name], since < seen, let own = truth.holders[name],
                view.claims[name]?.uid != own
            else { continue }
            blame(
                .s5, "\(container.name) starts on a volume that a stranger put in \(name)'s place")
        }
    }

    /// Where a claim is not guarded, the end of its workload could be the end of its bytes.
    func judge(ending id: WorkloadID, _ life: Life) {
        guard let container = view.containers[id], container.workload != nil else { return }
        let seen = lookedAt(container, life)
        for name in container.claims {
            guard let claim = view.claims[name], !claim.isGuarded,
                !truth.strangers.contains(claim.uid),
                let since = truth.unguardedSince[claim.uid], since < seen
            else { continue }
            blame(.s1, "\(container.name) is ended while its volume \(name) is not guarded")
        }
    }

    private func lookedAt(_ container: MemoryWorld.Container, _ life: Life) -> Int {
        guard let instance = container.workload?.instanceID else { return 0 }
        return truth.lookedAt[Truth.Watch(life: life.number, instance: instance)] ?? 0
    }
}
