import Domain

extension ControlPlane {
    /// Makes what the instance's spec wants and its present generation has not: secrets and
    /// volumes. Whatever is there stays what it is.
    ///
    /// - Parameters:
    ///   - last: The generation before, whose surviving secrets are taken over.
    ///   - sizes: Of new volumes, by their names; else they are as large as their namesakes.
    func furnish(
        _ instance: ServiceInstance, after last: Int? = nil, sizes: [String: Bytes] = [:],
        _ rows: any StoreWriter
    ) throws {
        try furnishSecrets(instance, after: last ?? instance.generation, rows)
        let volumes = try rows.volumes(of: instance.id)
        for template in instance.spec.volumes {
            let namesakes = volumes.filter { $0.template.name == template.name }
            if namesakes.contains(where: { $0.state == .attached }) { continue }
            let size = sizes[template.name] ?? namesakes.map(\.size).max() ?? Bytes(0)
            try rows.insert(
                newVolume(
                    template, size, generation: generation(of: instance, besides: namesakes),
                    of: instance, rows))
        }
    }

    /// The present one, or the next that is free: a name is never used twice, not even that of a
    /// volume that was never made.
    private func generation(of instance: ServiceInstance, besides namesakes: [Volume]) -> Int {
        let used = namesakes.map(\.generation)
        return used.contains(instance.generation) ? (used.max() ?? 0) + 1 : instance.generation
    }

    /// The spec before may come back by a rollback, and would miss its own.
    private func furnishSecrets(
        _ instance: ServiceInstance, after last: Int, _ rows: any StoreWriter
    ) throws {
        let before = try rows.secrets(of: instance.id, generation: last)
        var names = Set(
            try rows.secrets(of: instance.id, generation: instance.generation).map(\.name))
        for template in instance.spec.secrets + (instance.previousSpec?.secrets ?? []) {
            guard names.insert(template.name).inserted else { continue }
            var secret = newSecret(template, generation: instance.generation, of: instance)
            if template.survivesReset,
                let kept = before.first(where: { $0.name == template.name })
            {
                secret.value = kept.value
            }
            try rows.insert(secret)
        }
    }
}
