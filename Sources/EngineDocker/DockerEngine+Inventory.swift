import DockerAPI
package import Domain

extension DockerEngine {
    package func inventory() async throws(EngineFailure) -> Inventory {
        let filters = Filters(["label": ["\(Label.install)=\(settings.install)"]])
        let containers = try await ask { () throws(DockerError) in
            try await client.listContainers(filters)
        }
        let volumes = try await ask { () throws(DockerError) in
            try await client.listVolumes(filters)
        }
        let own = volumes.filter { isOwn($0.labels) }
        return Inventory(
            objects: containers.filter { isOwn($0.labels) && !$0.isWitness }.map(EngineObject.init)
                + own.map(EngineObject.init) + halfGone(besides: own.map(\.name)),
            epoch: containers.compactMap(witness).map(\.epoch).max())
    }

    /// Claims whose volume is gone, and whose bytes are not.
    private func halfGone(besides volumes: [String]) -> [EngineObject] {
        guard let folder = backing?.folder else { return [] }
        return folder.claims(with: "hf-\(settings.install)-").compactMap { claim in
            guard !volumes.contains(claim.rawValue), let uid = folder.uid(of: claim) else {
                return nil
            }
            return EngineObject(kind: .claim, name: claim.rawValue, uid: uid.rawValue)
        }
    }
}

extension EngineObject {
    fileprivate init(_ container: ContainerSummary) {
        let labels = container.labels ?? [:]
        self.init(
            kind: .workload, name: container.plainName, uid: container.id,
            instanceID: labels[Label.instance].map { InstanceID($0) },
            generation: labels[Label.generation].flatMap { Int($0) },
            mayWrite: container.mayWrite,
            claims: (container.mounts ?? []).compactMap { $0.name.map { ClaimName($0) } })
    }

    fileprivate init(_ volume: VolumeInspection) {
        let labels = volume.labels ?? [:]
        self.init(
            kind: .claim, name: volume.name, uid: labels[Label.claim] ?? "",
            volumeID: labels[Label.volume].map { VolumeID($0) })
    }
}
