package import Domain

extension ControlPlane {
    /// - Parameter look: What the engine has, or why it could not be asked.
    package func debug(
        _ actor: Actor, _ page: Page<ServiceInstance>,
        beside look: Result<Recollection, EngineFailure>
    ) async throws -> DebugReport {
        try Access.requireAdmin(actor)
        let known = try? look.get()
        let inventory = known?.inventory
        var trouble: String?
        if case .failure(let failure) = look { trouble = failure.message }
        return try await store.read { [trouble] rows in
            let unclaimed = try inventory.map { try rows.unclaimed(in: $0) }
            return DebugReport(
                items: try items(of: rows.instances(page), inventory, rows),
                seenAt: known?.asOf, strays: unclaimed?.strays ?? [],
                unknown: unclaimed?.unknown ?? [],
                orphans: try orphanReport(rows), holds: try rows.holds(),
                clock: try ClockView(rows), totals: try rows.storageTotals(),
                health: try rows.engineHealth(), engineEpoch: inventory?.epoch,
                databaseEpoch: try rows.epoch(), trouble: trouble)
        }
    }

    private func items(
        of instances: [ServiceInstance], _ inventory: Inventory?, _ rows: any StoreReader
    ) throws -> [DebugReport.Item] {
        let views = try instances.compactMap { instance in
            try rows.subscription(instance.subscriptionID).flatMap { try view(of: $0, rows) }
        }
        let part = inventory?.part(
            of: Set(instances.map(\.id)), Set(views.flatMap { $0.volumes.map(\.claim) }))
        return try views.map { view in
            DebugReport.Item(
                view: view, owner: try rows.user(view.instance.customerID)?.email,
                disagreements: part?.disagreements(with: view.instance, view.volumes) ?? [])
        }
    }
}

extension StoreReader {
    /// How much is to be destroyed once its window is over.
    func condemnedCount() throws -> Int {
        try openTickets() + orphans().count { $0.state == .condemned }
    }
}
