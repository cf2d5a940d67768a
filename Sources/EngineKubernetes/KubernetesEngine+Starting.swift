import Domain
import KubernetesAPI
import Wire

extension KubernetesEngine {
    func start(_ id: WorkloadID, _ workload: Workload) async throws(EngineFailure) {
        let (found, pods) = try await together { () throws(EngineFailure) in
            try await self.set(id)
        } _: { () throws(EngineFailure) -> [Pod] in
            try await self.list(.pod, in: self.settings.namespace(of: workload.customerID))
        }
        guard let (name, set) = found else {
            throw .stale("The StatefulSet of \(workload.name) is gone.")
        }
        guard set.replicas == 0 else { return try await open(workload) }
        try refuseSecondWriter(among: pods, beside: set, workload)
        try await open(workload)
        try await scale(name, set, to: 1)
    }

    /// The plan has looked, but time has passed: two writers must never meet on one volume.
    private func refuseSecondWriter(
        among pods: [Pod], beside set: StatefulSet, _ workload: Workload
    ) throws(EngineFailure) {
        let claims = Set(workload.mounts.map(\.claim.rawValue))
        let writer = pods.first { pod in
            !pod.hasEnded && !claims.isDisjoint(with: pod.claims) && !pod.belongs(to: set)
        }
        if let writer {
            throw .stale(
                "The volume of \(workload.name) is in use by pod \(writer.metadata.name).")
        }
    }

    /// Lets visitors in.
    private func open(_ workload: Workload) async throws(EngineFailure) {
        let service = KubernetesObject.service(of: workload, settings)
        do throws(KubernetesError) {
            _ = try await client.apply(
                service.content, to: service.name, manager: Self.manager, as: Sent.self)
        } catch {
            throw EngineFailure(opening: error, port: workload.hostPort)
        }
        for object in doors(of: workload) { try await apply(object) }
    }

    /// What lets visitors through to its service.
    private func doors(of workload: Workload) -> [KubernetesObject] {
        [.openDoor(of: workload, settings), .ingress(of: workload, settings)].compactMap(\.self)
    }

    /// What brings visitors to it and is not there: somebody has removed it.
    func missing(of workload: Workload) async throws(EngineFailure) -> [String] {
        var missing: [String] = []
        for object in [.service(of: workload, settings)] + doors(of: workload) {
            let seen: Sent? = try await find(object.name)
            if seen == nil { missing.append("\(object.name)") }
        }
        return missing
    }
}
