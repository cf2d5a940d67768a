package import Domain

extension ControlPlane {
    /// Gives the instance what the catalog has now for its service and variant, and remembers
    /// what it had. Its volumes stay, and so do its secrets.
    package func update(_ context: RequestContext, _ id: String) async throws -> Operation {
        try await order(.update, on: id, context) { instance, operation, rows in
            let (service, variant) = try present(of: promise(of: instance, rows))
            let attached = try rows.volumes(of: instance.id).filter { $0.state == .attached }
            guard
                let update = AvailableUpdate(of: instance, attached, to: service, variant)
            else {
                throw Refusal.conflict(
                    "\(instance.name) is as the catalog has it: \(instance.spec.image).")
            }
            if let obstacle = update.obstacle { throw Refusal.conflict(obstacle) }
            let before = instance.spec
            if update.spec != before {
                instance.previousSpec = before
                instance.spec = update.spec
            }
            let details = describe(before, instance.spec, update.changes)
            try furnish(instance, sizes: variant.volumeSizes, rows)
            return try details.merging(
                grow(volumesOf: instance, to: variant, by: operation, rows)
            ) { $1 }
        }
    }

    /// Gives the instance what it had before the last update or rollback, and remembers what it
    /// has. The data stays as it is.
    package func rollback(_ context: RequestContext, _ id: String) async throws -> Operation {
        try await order(.rollback, on: id, context) { instance, operation, rows in
            guard let previous = instance.previousSpec else {
                throw Refusal.conflict(
                    "There is nothing to roll back to: \(instance.name) was never updated.")
            }
            let before = instance.spec
            instance.previousSpec = before
            instance.spec = previous
            try furnish(instance, rows)
            for line in Self.cautions(from: before, to: previous) {
                try rows.append(line, to: operation.id)
            }
            return describe(before, previous, previous.differences(from: before))
        }
    }

    /// What the owner is shown; `nil` when there is nothing new, or nothing to be had any more.
    func availableUpdate(
        of instance: ServiceInstance, _ subscription: Subscription, _ volumes: [Volume]
    ) -> AvailableUpdate? {
        guard subscription.status == .active, instance.spec != .unreadable,
            let (service, variant) = try? present(of: subscription)
        else { return nil }
        return AvailableUpdate(
            of: instance, volumes.filter { $0.state == .attached }, to: service, variant)
    }

    private func present(
        of subscription: Subscription
    ) throws(Refusal) -> (CatalogService, Variant) {
        let service = try standing(subscription)
        guard let variant = service.variant(subscription.variant) else {
            throw .conflict(
                "The variant \(subscription.variant) of \(service.name) is no longer in the "
                    + "catalog. Change to another first.")
        }
        return (service, variant)
    }

    private func describe(
        _ before: WorkloadSpec, _ after: WorkloadSpec, _ changes: [String]
    ) -> [String: String] {
        [
            "image": before.image == after.image
                ? after.image : "\(before.image) → \(after.image)",
            "changes": changes.joined(separator: ", "),
        ]
    }

    private static func cautions(from: WorkloadSpec, to: WorkloadSpec) -> [String] {
        let kept = Set(to.volumes.map(\.name))
        let idle = from.volumes.map(\.name).filter { !kept.contains($0) }
        return [
            "the data stays as it is: what \(from.image) has converted, \(to.image) may not read"
        ] + idle.map { "volume \($0) is kept, and not mounted: \(to.image) does not know it" }
    }
}
