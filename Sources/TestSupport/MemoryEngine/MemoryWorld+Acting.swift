package import Domain

extension MemoryWorld {
    package typealias Answer = Result<Void, EngineFailure>

    package func look(at desired: Desired) -> Observed {
        let ours = containers(of: desired.workload.instanceID)
        let names = Set(desired.claimNames + ours.flatMap(\.claims))
        let attached = desired.claims.map(\.name)
        let intruders = containers.values.filter { container in
            container.workload?.instanceID != desired.workload.instanceID
                && container.run != nil && container.claims.contains(where: attached.contains)
        }
        let seen = names.compactMap { name in
            claims[name].map { claim in
                (
                    name,
                    Observed.Claim(
                        uid: claim.uid, volumeID: claim.volumeID,
                        enforcedSize: enforcesSizes ? claim.size : nil,
                        isGuarded: claim.isGuarded, isDetached: claim.isDetached)
                )
            }
        }
        return Observed(
            workloads: ours.map(observed), claims: Dictionary(uniqueKeysWithValues: seen),
            intruders: intruders.map(\.name).sorted(),
            hasImage: images.contains(desired.workload.spec.image))
    }

    private func observed(_ container: Container) -> Observed.Workload {
        let state: Observed.Workload.State =
            switch (container.run, container.wasStarted) {
            case (let run?, _): .running(run, container.isReady ? .ready : .starting)
            case (nil, true): .stopped("exited with 137")
            case (nil, false): .created
            }
        return Observed.Workload(
            id: container.id, revision: container.workload?.revision ?? "",
            drift: container.drift, missing: container.missing, state: state)
    }

    package mutating func take(_ act: Act) -> Answer {
        if !failures.isEmpty { return .failure(failures.removeFirst()) }
        let isLost = troubleAfter == acts.count
        if isLost { troubleAfter = nil }
        if isLost && !troubleIsTaken { return .failure(.unreachable("it never came")) }
        acts.append(act)
        let answer = apply(act)
        return isLost ? .failure(.unreachable("the answer was lost")) : answer
    }

    private mutating func apply(_ act: Act) -> Answer {
        switch act {
        case .pullImage(let image):
            guard registry.contains(image) || images.contains(image) else {
                return .failure(.failed("no such image: \(image)"))
            }
            images.insert(image)
        case .createClaim(let claim): return create(claim)
        case .guardClaim(let claim):
            guard claims[claim.name]?.uid == claim.uid else {
                return .failure(.stale("it is gone"))
            }
            claims[claim.name]?.isGuarded = true
        case .reattachClaim(let claim):
            guard claims[claim.name]?.uid == claim.uid else {
                return .failure(.stale("it is gone"))
            }
            claims[claim.name]?.isDetached = false
        case .grow(let name, let uid, let size): return grow(name, uid, to: size)
        case .createWorkload(let workload): return create(workload)
        case .start(let id, let workload): return start(id, workload)
        case .stop(let id, _): end(id)
        case .restart(let id, _):
            guard containers[id] != nil else { return .failure(.stale("it is gone")) }
            end(id)
            run(id)
        case .remove(let id, _):
            guard containers[id]?.run == nil else { return .failure(.stale("it runs")) }
            containers[id] = nil
        }
        return .success(())
    }

    private mutating func end(_ id: WorkloadID) {
        guard let container = containers[id] else { return }
        riskedClaims += container.claims.filter { claims[$0]?.isGuarded == false }
        containers[id]?.run = nil
    }

    private mutating func create(_ claim: Desired.Claim) -> Answer {
        if let there = claims[claim.name] {
            return there.volumeID == claim.volumeID
                ? .success(()) : .failure(.stale("another claim bears its name"))
        }
        guard claim.uid == nil else { return .failure(.stale("it held data, and is gone")) }
        claims[claim.name] = Claim(
            uid: ClaimUID(next("uid")), volumeID: claim.volumeID, size: claim.size)
        claims[claim.name]?.isGuarded = guardsClaims
        return .success(())
    }

    private mutating func grow(
        _ name: ClaimName, _ uid: ClaimUID, to size: Bytes
    ) -> Answer {
        guard let claim = claims[name], claim.uid == uid else {
            return .failure(.stale("it is gone"))
        }
        if enforcesSizes { claims[name]?.size = max(claim.size, size) }
        return .success(())
    }

    package var usage: [ClaimName: ClaimUsage] {
        claims.filter { $0.value.volumeID != nil }.mapValues { claim in
            ClaimUsage(used: claim.used, enforcedSize: enforcesSizes ? claim.size : nil)
        }
    }

    private mutating func create(_ workload: Workload) -> Answer {
        guard workload.mounts.allSatisfy({ isMountable($0.claim) }) else {
            return .failure(.stale("a volume is missing"))
        }
        if let there = containers.values.first(where: { $0.name == workload.name }) {
            return there.workload?.revision == workload.revision
                ? .success(()) : .failure(.stale("another container bears its name"))
        }
        let id = WorkloadID(next("container"))
        containers[id] = Container(
            id: id, workload: workload, name: workload.name, claims: workload.mounts.map(\.claim))
        containers[id]?.drift = stubbornDrift
        return .success(())
    }

    private func isMountable(_ claim: ClaimName) -> Bool {
        guard let claim = claims[claim] else { return false }
        return claim.volumeID != nil && !claim.isDetached
    }

    private mutating func start(_ id: WorkloadID, _ workload: Workload) -> Answer {
        guard let container = containers[id] else { return .failure(.stale("it is gone")) }
        containers[id]?.missing = []
        guard container.run == nil else { return .success(()) }
        if isTaken(workload.hostPort) {
            return .failure(.portTaken(workload.hostPort, "another program holds it."))
        }
        run(id)
        return .success(())
    }

    private func isTaken(_ port: Int) -> Bool {
        takenPorts.contains(port)
            || containers.values.contains { $0.run != nil && $0.workload?.hostPort == port }
    }

    package mutating func destroy(_ name: ClaimName, _ uid: ClaimUID) -> Answer {
        guard let claim = claims[name] else { return .success(()) }
        guard claim.uid == uid else { return .failure(.stale("another claim bears its name")) }
        let isMounted = containers.values.contains { $0.claims.contains(name) }
        guard !isMounted else { return .failure(.stale("a container has it mounted")) }
        claims[name] = nil
        destroyed.append(name)
        return .success(())
    }
}
