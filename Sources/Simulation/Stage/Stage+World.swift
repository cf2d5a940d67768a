import Domain
import TestSupport

/// The world that the program acts on, with those who see what it does there.
extension Stage {
    func look(at desired: Desired, _ life: Life) -> Observed {
        let instance = desired.workload.instanceID
        let seen = world.look(at: desired)
        truth.lookedAt[Truth.Watch(life: life.number, instance: instance)] = truth.meddlings
        return seen
    }

    func carryOut(_ act: Act, _ life: Life) -> MemoryWorld.Answer {
        judge(act, life)
        let answer = world.take(act)
        trace.mix(act.title)
        if case .failure(let why) = answer {
            tell("process \(life.number): \(act.title): refused: \(why.message)")
            return answer
        }
        tell("process \(life.number): \(act.title)")
        switch act {
        case .createClaim(let claim): know(claim)
        case .createWorkload(let workload): know(workload)
        case .start(let id, _), .restart(let id, _): begin(id)
        default: break
        }
        return answer
    }

    func know(_ workload: Workload) {
        for uid in workload.mounts.compactMap({ view.claims[$0.claim]?.uid }) {
            truth.mountedAfter[uid] = acts.count
        }
    }

    /// Before a container was made for it, the engine was to be told what has led to that.
    func mustHaveTold(of uid: ClaimUID) -> Bool {
        (truth.mountedAfter[uid] ?? 0) > truth.backedUpAfter
    }

    private func know(_ claim: Desired.Claim) {
        guard let made = world.claims[claim.name], truth.owners[made.uid] == nil else { return }
        truth.owners[made.uid] = claim.instanceID
        truth.holders[claim.name] = made.uid
        if !made.isGuarded { truth.unguardedSince[made.uid] = truth.meddlings }
    }

    /// An application reads up to where its records go, and goes on from there.
    private func begin(_ id: WorkloadID) {
        guard let container = world.containers[id], let run = container.run,
            truth.written[run] == nil
        else { return }
        var written: [ClaimName: Int] = [:]
        for name in container.claims {
            written[name] = world.claims[name]?.records.last?.number ?? 0
        }
        truth.written[run] = written
    }

    /// All that run write a record to each of their volumes, and are told that it is kept.
    func letApplicationsWrite() {
        if let cluster { return letApplicationsWrite(in: cluster) }
        for id in world.containers.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
            guard let container = world.containers[id], let run = container.run,
                let instance = container.workload?.instanceID
            else { continue }
            for name in container.claims { write(name, instance, run) }
            if !container.isReady { world.containers[id]?.isReady = true }
        }
    }

    private func write(_ name: ClaimName, _ instance: InstanceID, _ run: RunID) {
        guard let claim = world.claims[name] else { return }
        let number = (truth.written[run]?[name] ?? claim.records.last?.number ?? 0) + 1
        truth.written[run, default: [:]][name] = number
        world.claims[name]?.records.append(
            MemoryWorld.Record(instance: instance, number: number))
        truth.durable[claim.uid] = (truth.durable[claim.uid] ?? 0) + 1
    }

    func destroy(
        _ claim: ClaimName, _ uid: ClaimUID, under ticket: TicketID
    ) async throws(EngineFailure) {
        let wasThere = world.claims[claim]?.uid == uid
        if wasThere { await judge(destructionOf: claim, uid, under: ticket) }
        let answer = world.destroy(claim, uid)
        if case .success = answer, wasThere {
            truth.destroyed.insert(uid)
            tell("volume \(claim) is destroyed")
            trace.mix("destroyed \(claim)")
        }
        try answer.get()
    }
}
