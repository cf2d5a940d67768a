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
        return Inventory(
            objects: containers.filter { isOwn($0.labels) }.map(EngineObject.init)
                + volumes.filter { isOwn($0.labels) }.map(EngineObject.init))
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
