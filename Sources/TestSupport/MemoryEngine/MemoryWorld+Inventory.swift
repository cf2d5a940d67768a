package import Domain

extension MemoryWorld {
    /// Containers of strangers bear no label of ours; all claims do but those without a volume.
    package var inventory: Inventory {
        let workloads = containers.values.compactMap { container in
            container.workload.map { workload in
                EngineObject(
                    kind: .workload, name: container.name, uid: container.id.rawValue,
                    instanceID: workload.instanceID, generation: workload.generation,
                    mayWrite: container.run != nil, claims: container.claims)
            }
        }
        let kept = claims.compactMap { name, claim in
            claim.volumeID.map { volume in
                EngineObject(
                    kind: .claim, name: name.rawValue, uid: claim.uid.rawValue, volumeID: volume)
            }
        }
        return Inventory(objects: workloads + kept, epoch: epoch)
    }
}
