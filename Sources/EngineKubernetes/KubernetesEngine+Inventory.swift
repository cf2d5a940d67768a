package import Domain
import KubernetesAPI

extension KubernetesEngine {
    package func inventory() async throws(EngineFailure) -> Inventory {
        let sets: [StatefulSet] = try await list(.statefulSet, in: nil, settings.selector)
        let pods: [Pod] = try await list(.pod, in: nil, settings.selector)
        let claims: [PersistentVolumeClaim] = try await list(
            .persistentVolumeClaim, in: nil, settings.selector)
        let volumes: [PersistentVolume] = try await list(
            .persistentVolume, in: nil, settings.selector)
        let present = Set(claims.compactMap { $0.metadata.labels?[Label.claim] })
        let halfGone = volumes.filter { volume in
            !present.contains(volume.metadata.labels?[Label.claim] ?? "")
        }
        return Inventory(
            objects: sets.map { set in
                EngineObject(set, hasPod: pods.contains { $0.belongs(to: set) })
            } + claims.map { EngineObject($0.metadata) }
                + halfGone.map { volume in
                    EngineObject(
                        volume.metadata, named: volume.spec.claimRef?.name)
                },
            epoch: try await epoch())
    }
}

extension EngineObject {
    fileprivate init(_ set: StatefulSet, hasPod: Bool) {
        let labels = set.metadata.labels ?? [:]
        self.init(
            kind: .workload, name: set.metadata.name, uid: WorkloadID(set).rawValue,
            instanceID: labels[Label.instance].map { InstanceID($0) },
            generation: labels[Label.generation].flatMap { Int($0) },
            mayWrite: set.replicas > 0 || hasPod,
            claims: set.claims.map { ClaimName($0) })
    }

    /// A claim; or a volume whose claim is gone, by that claim's name.
    fileprivate init(_ metadata: ObjectMeta, named name: String? = nil) {
        let labels = metadata.labels ?? [:]
        self.init(
            kind: .claim, name: name ?? metadata.name, uid: labels[Label.claim] ?? "",
            instanceID: labels[Label.instance].map { InstanceID($0) },
            volumeID: labels[Label.volume].map { VolumeID($0) })
    }
}
