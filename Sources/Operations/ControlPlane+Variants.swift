package import Domain

extension ControlPlane {
    /// Gives the instance the limits of another variant, and its volumes at least that variant's
    /// sizes. Nothing else of the catalog is taken over: that is what an update is for.
    package func changeVariant(
        _ context: RequestContext, _ id: String, to name: String
    ) async throws -> Operation {
        try await order(.changeVariant, on: id, context) { instance, operation, rows in
            var subscription = try promise(of: instance, rows)
            let before = subscription.variant
            let variant = try offer(of: standing(subscription), name)
            guard variant.name != before else {
                throw Refusal.conflict(
                    "\(instance.name) has the variant \(before) already. If the catalog has "
                        + "changed since, update \(instance.name) instead.")
            }
            subscription.variant = variant.name
            try rows.update(subscription)
            let old = instance.spec.limits
            instance.spec.limits = variant.limits
            // A rollback brings back a definition, not the limits of another variant.
            instance.previousSpec?.limits = variant.limits
            let sizes = try grow(volumesOf: instance, to: variant, by: operation, rows)
            return sizes.merging([
                "variant": "\(before) → \(variant.name)",
                "cpu": "\(old.cpu) → \(variant.limits.cpu)",
                "memory": "\(old.memory) → \(variant.limits.memory)",
                "processes": "\(old.processes) → \(variant.limits.processes)",
            ]) { $1 }
        }
    }

    func promise(
        of instance: ServiceInstance, _ rows: any StoreReader
    ) throws -> Subscription {
        guard let subscription = try rows.subscription(instance.subscriptionID) else {
            throw Refusal.notFound(
                kind: "subscription", id: instance.subscriptionID.rawValue)
        }
        return subscription
    }

    /// What the catalog offers now in place of what was subscribed to once.
    func standing(_ subscription: Subscription) throws(Refusal) -> CatalogService {
        guard let service = catalog.service(subscription.service) else {
            throw .conflict(
                "\(subscription.service) is no longer in the catalog. What runs, runs on as it is.")
        }
        return service
    }

    /// Makes each attached volume as large as the variant has it, unless it is larger already:
    /// a volume never shrinks.
    ///
    /// - Returns: What the audit row is to say; the operation's story says it too.
    func grow(
        volumesOf instance: ServiceInstance, to variant: Variant, by operation: Operation,
        _ rows: any StoreWriter
    ) throws -> [String: String] {
        var details: [String: String] = [:]
        let attached = try rows.volumes(of: instance.id).filter { $0.state == .attached }
        for var volume in attached {
            let name = volume.template.name
            guard let size = variant.volumeSizes[name], size != volume.size else { continue }
            let text: String
            if size > volume.size {
                text = "\(volume.size) → \(size)"
                volume.size = size
                try rows.update(volume)
            } else {
                text =
                    "stays \(volume.size), since a volume never shrinks (\(variant.name): \(size))"
            }
            details["size of \(name)"] = text
            try rows.append("size of volume \(name): \(text)", to: operation.id)
        }
        return details
    }
}
