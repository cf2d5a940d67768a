package import Domain
import KubernetesAPI

extension KubernetesEngine {
    package func observe(_ desired: Desired) async throws(EngineFailure) -> Observed {
        let changes = memory.withLock { $0.changes(of: desired.workload.instanceID) }
        let observed = try await look(desired)
        memory.withLock { $0.impress(observed, by: desired, at: clock.now(), after: changes) }
        return observed
    }

    private func look(_ desired: Desired) async throws(EngineFailure) -> Observed {
        let namespace = settings.namespace(of: desired.workload.customerID)
        let ((sets, pods), claims) = try await together { () throws(EngineFailure) in
            try await self.sets(of: desired.workload, in: namespace)
        } _: { () throws(EngineFailure) in
            try await self.claims(of: desired, in: namespace)
        }
        var observed = Observed(hasImage: true)  // Each node fetches its own.
        for set in sets.sorted(by: { $0.metadata.uid < $1.metadata.uid }) {
            observed.workloads.append(try await self.workload(set, pods, desired))
        }
        if sets.isEmpty, desired.wish == .erased {
            observed.workloads = try await leftovers(of: desired.workload)
        }
        let names = Set(desired.claims.map(\.name.rawValue))
        observed.intruders = pods.filter { pod in
            !pod.hasEnded && !names.isDisjoint(with: pod.claims)
                && !sets.contains { pod.belongs(to: $0) }
        }
        .map { "pod \($0.metadata.name)" }.sorted()
        let others = try await mountedClaims(of: sets, beside: desired, in: namespace)
        observed.claims = claims.merging(others) { own, _ in own }
        return observed
    }

    /// Its own sets, and all pods that there are: anybody's may have its claims mounted.
    private func sets(
        of workload: Workload, in namespace: String
    ) async throws(EngineFailure) -> ([StatefulSet], [Pod]) {
        let own = "\(Label.install)=\(settings.install),\(Label.instance)=\(workload.instanceID)"
        return try await together { () throws(EngineFailure) in
            try await self.list(.statefulSet, in: namespace, own)
        } _: { () throws(EngineFailure) in
            try await self.list(.pod, in: namespace)
        }
    }

    /// A set that was removed to be made anew, and is not any more, has left behind what brings
    /// visitors to it. The secret goes last, so it tells.
    private func leftovers(
        of workload: Workload
    ) async throws(EngineFailure) -> [Observed.Workload] {
        let name = settings.name(.secret, of: workload)
        guard let secret: Sent = try await find(name),
            secret.metadata.labels?[Label.install] == settings.install,
            secret.metadata.labels?[Label.instance] == workload.instanceID.rawValue
        else { return [] }
        return [
            Observed.Workload(
                id: WorkloadID(leftBy: workload, in: settings.namespace(of: workload.customerID)),
                revision: "", state: .stopped("removed, but for what belongs to it"))
        ]
    }

    private func workload(
        _ set: StatefulSet, _ pods: [Pod], _ desired: Desired
    ) async throws(EngineFailure) -> Observed.Workload {
        let wished = desired.workload
        let pod = pods.first { $0.belongs(to: set) }
        let revision = set.metadata.annotations?[Annotation.revision] ?? ""
        let isServing = pod?.service?.ready == true && pod?.metadata.isTerminating == false
        let isQuiet = isServing || (pod == nil && set.replicas == 0)
        let warnings = isQuiet ? [] : try await warnings(about: set, pod)
        return Observed.Workload(
            id: WorkloadID(set), revision: revision,
            drift: revision == wished.revision ? set.drift(from: wished, settings) : [],
            missing: isServing ? try await missing(of: wished) : [],
            state: WorkloadState(set, pod: pod, warnings: warnings)
                .state(startPeriod: wished.spec.health.startPeriod, now: clock.now()))
    }

    /// What controllers have said about a set and its pod that is no good news, latest last.
    private func warnings(
        about set: StatefulSet, _ pod: Pod?
    ) async throws(EngineFailure) -> [String] {
        let uids = [set.metadata.uid, pod?.metadata.uid].compactMap(\.self)
        var events: [ClusterEvent] = []
        for uid in uids {
            events += try await list(
                .event, in: set.metadata.namespace,
                fields: "type=Warning,involvedObject.uid=\(uid)")
        }
        return
            events
            .sorted { ($0.lastTimestamp ?? "") < ($1.lastTimestamp ?? "") }
            .compactMap { $0.message ?? $0.reason }
    }
}

extension Pod {
    /// Whether it is the one pod of the set, of this or of an earlier revision.
    func belongs(to set: StatefulSet) -> Bool {
        metadata.name == "\(set.metadata.name)-0"
            && metadata.namespace == set.metadata.namespace
            && metadata.labels?[Label.instance] == set.metadata.labels?[Label.instance]
    }
}

extension StatefulSet {
    /// In what it differs from how it was made; its replicas are no matter of making.
    func drift(
        from workload: Workload, _ settings: KubernetesEngineSettings
    ) -> [String] {
        var made = KubernetesObject.statefulSet(of: workload, settings).content["spec"] ?? .null
        made["replicas"] = nil
        return made.differences(in: spec).map { "somebody changed its \($0)" }
    }
}
