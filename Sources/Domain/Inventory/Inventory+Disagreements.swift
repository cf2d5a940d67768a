extension Inventory {
    /// What there is of some instances, and what bears the names of some claims: to be looked
    /// through for each of them in place of all.
    package func part(of instances: Set<InstanceID>, _ claims: Set<ClaimName>) -> Inventory {
        let part = objects.filter { object in
            object.instanceID.map(instances.contains) ?? false
                || object.kind == .claim && claims.contains(ClaimName(object.name))
        }
        return Inventory(objects: part, epoch: epoch)
    }

    /// In what the engine has one instance otherwise than its rows say, each in words for admins.
    package func disagreements(
        with instance: ServiceInstance, _ volumes: [Volume]
    ) -> [String] {
        volumes.compactMap(disagreement) + disagreements(onWorkloadsOf: instance, volumes)
    }

    private func disagreement(with volume: Volume) -> String? {
        let seen = objects.first { $0.kind == .claim && $0.name == volume.claim.rawValue }
        switch (volume.state, seen, volume.uid) {
        case (.destroyed, nil, _), (_, nil, nil): return nil
        case (.destroyed, _?, _):
            return "Volume \(volume.claim) is recorded as destroyed, and is in the engine."
        case (_, nil, _?):
            return "Volume \(volume.claim) is recorded as \(volume.state.rawValue), and is not in "
                + "the engine."
        case (_, let seen?, let uid?) where seen.uid != uid.rawValue:
            return "The engine has another volume named \(volume.claim) than the one recorded."
        case (_, let seen?, nil) where seen.volumeID != volume.id:
            return "The engine has a volume named \(volume.claim) that was not made for this "
                + "service."
        default: return nil
        }
    }

    private func disagreements(
        onWorkloadsOf instance: ServiceInstance, _ volumes: [Volume]
    ) -> [String] {
        let own = objects.filter { $0.kind == .workload && $0.instanceID == instance.id }
        let attached = volumes.filter { $0.state == .attached }.map(\.claim)
        let foreign = own.flatMap { workload in
            workload.claims.filter { !attached.contains($0) }.map { claim in
                "Container \(workload.name) has volume \(claim) mounted, which is not attached."
            }
        }
        return disagreements(of: own, with: instance.wish) + foreign
    }

    private func disagreements(
        of own: [EngineObject], with wish: ServiceInstance.Wish
    ) -> [String] {
        let names = own.map(\.name).joined(separator: ", ")
        let running = own.filter(\.mayWrite).map(\.name).joined(separator: ", ")
        let many = own.count > 1 ? ["It has \(own.count) containers: \(names)."] : []
        switch wish {
        case .running where own.isEmpty: return ["It is to run, and has no container."]
        case .running where running.isEmpty:
            return many + ["It is to run, and does not: \(names)."]
        case .stopped where !running.isEmpty:
            return many + ["It is to be stopped, and runs: \(running)."]
        case .erased where !own.isEmpty:
            return many + ["It is to be gone, and there is: \(names)."]
        case .running, .stopped, .erased: return many
        }
    }
}
