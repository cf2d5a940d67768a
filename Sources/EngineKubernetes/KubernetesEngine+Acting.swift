package import Domain
import KubernetesAPI
import Wire

extension KubernetesEngine {
    package func take(
        _ act: Act, progress: @Sendable (String) async -> Void
    ) async throws(EngineFailure) {
        switch act {
        case .pullImage: break  // Each node fetches its own.
        case .createClaim(let claim): try await create(claim)
        case .guardClaim(let claim): try await `guard`(claim)
        case .reattachClaim(let claim): try await reattach(claim)
        case .grow(let name, let uid, let size): try await grow(name, uid, to: size)
        case .createWorkload(let workload): try await create(workload)
        case .start(let id, let workload): try await start(id, workload)
        case .stop(let id, let timeout): try await stop(id, timeout)
        case .restart(let id, let timeout): try await restart(id, timeout)
        case .remove(let id, let forGood): try await remove(id, forGood)
        }
    }

    /// The set of this id; `nil` where it is gone, or another bears its name.
    func set(_ id: WorkloadID) async throws(EngineFailure) -> (ResourceName, StatefulSet)? {
        guard let place = id.set,
            let set: StatefulSet = try await find(place.name), set.metadata.uid == place.uid
        else { return nil }
        return (place.name, set)
    }

    func scale(
        _ name: ResourceName, _ set: StatefulSet, to replicas: Int
    ) async throws(EngineFailure) {
        guard set.replicas != replicas else { return }
        try await change(
            name, set.metadata, ["spec": ["replicas": .integer(replicas)]],
            isAbsolute: true)
    }

    /// Its pod gets the time that its template gives it.
    private func stop(_ id: WorkloadID, _ timeout: Duration) async throws(EngineFailure) {
        guard let (name, set) = try await set(id) else { return }
        try await scale(name, set, to: 0)
        // Where it takes longer, the next look tells.
        _ = try await settles(within: timeout + Self.patience) { () throws(EngineFailure) in
            try await pod(of: set) == nil
        }
    }

    /// By the template, so that the set itself ends one pod before it makes the next.
    private func restart(_ id: WorkloadID, _ timeout: Duration) async throws(EngineFailure) {
        guard let (name, set) = try await set(id) else {
            throw .stale("The StatefulSet of \(id) is gone.")
        }
        guard let run = try await pod(of: set)?.run else { return }
        try await change(
            name, set.metadata,
            [
                "spec": [
                    "template": ["metadata": ["annotations": [Annotation.replaces: "\(run)"]]]
                ]
            ], isAbsolute: true)
        _ = try await settles(within: timeout + Self.patience) { () throws(EngineFailure) in
            try await pod(of: set).map { $0.run != run || $0.metadata.isTerminating } ?? true
        }
    }

    /// What controllers and nodes take for their part.
    private static let patience = Duration.seconds(10)

    /// Its claims stay; and, where another takes its place, the service that holds its port, too:
    /// else somebody else could have that meanwhile.
    private func remove(_ id: WorkloadID, _ forGood: Bool) async throws(EngineFailure) {
        // Controllers write into a set at any time: then it is looked at anew.
        for _ in 0..<Self.rivals {
            do throws(EngineFailure) {
                return try await removeOnce(id, forGood)
            } catch {
                guard case .stale = error, try await isAtRest(id) else { throw error }
            }
        }
        try await removeOnce(id, forGood)
    }

    private static let rivals = 5

    private func isAtRest(_ id: WorkloadID) async throws(EngineFailure) -> Bool {
        guard let (_, set) = try await set(id), set.replicas == 0 else { return false }
        return try await pod(of: set) == nil
    }

    /// What belongs to it goes first, so that a second try finds it all.
    private func removeOnce(_ id: WorkloadID, _ forGood: Bool) async throws(EngineFailure) {
        guard let (name, set) = try await set(id) else {
            if forGood { try await removeLeftovers(id) }
            return
        }
        guard set.replicas == 0, try await pod(of: set) == nil else {
            throw .stale("\(name) still has a pod.")
        }
        if forGood { try await removeParts(of: name, set.metadata.labels?[Label.instance]) }
        try await remove(name, set.metadata)
    }

    /// Unless there is a set that they belong to.
    private func removeLeftovers(_ id: WorkloadID) async throws(EngineFailure) {
        guard let (name, instance) = id.set else { return }
        let set: StatefulSet? = try await find(name)
        if set == nil { try await removeParts(of: name, instance) }
    }

    private func removeParts(
        of set: ResourceName, _ instance: String?
    ) async throws(EngineFailure) {
        for kind in [ResourceKind.ingress, .networkPolicy, .service, .secret] {
            let part = ResourceName(kind, set.name, in: set.namespace)
            guard let seen: Sent = try await find(part),
                seen.metadata.labels?[Label.instance] == instance
            else { continue }
            try await remove(part, seen.metadata)
        }
    }

    private func remove(
        _ name: ResourceName, _ seen: ObjectMeta
    ) async throws(EngineFailure) {
        do throws(KubernetesError) {
            try await client.remove(
                name, uid: seen.uid, resourceVersion: seen.resourceVersion)
        } catch {
            if error.code != 404 { throw EngineFailure(error) }
        }
    }

    func pod(of set: StatefulSet) async throws(EngineFailure) -> Pod? {
        let pod: Pod? = try await find(
            ResourceName(.pod, "\(set.metadata.name)-0", in: set.metadata.namespace))
        return pod.flatMap { $0.belongs(to: set) ? $0 : nil }
    }
}
