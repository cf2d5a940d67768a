import Domain
import KubernetesAPI
import Wire

extension KubernetesEngine {
    func create(_ claim: Desired.Claim) async throws(EngineFailure) {
        let namespace = settings.namespace(of: claim.customerID)
        let name = ResourceName(.persistentVolumeClaim, claim.name.rawValue, in: namespace)
        guard claim.uid == nil else { return try await checkIsThere(claim, name) }
        try await ensureHouse(of: claim.customerID)
        let object = KubernetesObject.claim(
            claim, uid: ClaimUID.make(from: randomness),
            storageClass: try await storageClass(for: claim.storageClass), settings)
        try await make(object) { (present: PersistentVolumeClaim) throws(EngineFailure) in
            try check(present, isFor: claim)
        }
    }

    /// Makes an object. One of that name may be there, of an earlier try or of somebody who was
    /// faster: `check` says whether it will do.
    func make<Body: Decodable & Sendable>(
        _ object: KubernetesObject, orTake check: (Body) throws(EngineFailure) -> Void
    ) async throws(EngineFailure) {
        do throws(KubernetesError) {
            _ = try await client.create(
                object.content, at: object.name, manager: Self.manager, as: Sent.self)
        } catch {
            guard error.code == 409, let present: Body = try await find(object.name) else {
                return try await ask { () throws(KubernetesError) in throw error }
            }
            try check(present)
        }
    }

    private func checkIsThere(
        _ claim: Desired.Claim, _ name: ResourceName
    ) async throws(EngineFailure) {
        guard let present: PersistentVolumeClaim = try await find(name) else {
            throw .stale("Volume \(claim.name) held data once, so it is never made anew.")
        }
        try check(present, isFor: claim)
    }

    private func check(
        _ present: PersistentVolumeClaim, isFor claim: Desired.Claim
    ) throws(EngineFailure) {
        let labels = present.metadata.labels ?? [:]
        guard labels[Label.install] == settings.install,
            labels[Label.volume] == claim.volumeID.rawValue
        else {
            throw .stale("A volume named \(claim.name) exists, and was not made for this service.")
        }
        if present.metadata.isTerminating {
            throw .stale("Volume \(claim.name) is being removed by somebody.")
        }
    }

    /// Namespace, limits and closed doors of a customer: sent once for as long as this program
    /// runs, and again when something was not found (see `ask`).
    func ensureHouse(of customer: UserID) async throws(EngineFailure) {
        if housed.withLock({ $0.contains(customer) }) { return }
        for object in KubernetesObject.house(of: customer, settings) { try await apply(object) }
        housed.withLock { _ = $0.insert(customer) }
    }

    func create(_ workload: Workload) async throws(EngineFailure) {
        try await ensureHouse(of: workload.customerID)
        for mount in workload.mounts {
            let name = ResourceName(
                .persistentVolumeClaim, mount.claim.rawValue,
                in: settings.namespace(of: workload.customerID))
            let claim: PersistentVolumeClaim? = try await find(name)
            guard let claim, claim.metadata.labels?[Label.install] == settings.install,
                !claim.metadata.isTerminating
            else {
                throw .stale("Volume \(mount.claim) does not exist, or is not Holdfast's.")
            }
        }
        try await apply(.environment(of: workload, settings))
        try await make(.statefulSet(of: workload, settings)) {
            (present: StatefulSet) throws(EngineFailure) in try adopt(present, workload)
        }
    }

    /// A set of the same name is ours from an earlier try, or in the way.
    private func adopt(
        _ present: StatefulSet, _ workload: Workload
    ) throws(EngineFailure) {
        let metadata = present.metadata
        guard metadata.labels?[Label.install] == settings.install,
            metadata.labels?[Label.instance] == workload.instanceID.rawValue,
            metadata.annotations?[Annotation.revision] == workload.revision,
            !metadata.isTerminating
        else {
            throw .stale("Another StatefulSet bears the name \(metadata.name). Remove it.")
        }
    }
}
