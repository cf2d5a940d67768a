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
            DebugReport(
                items: try rows.instances(page).compactMap { instance in
                    try item(of: instance, inventory, rows)
                },
                seenAt: known?.asOf, strays: try inventory.map { try rows.strays(in: $0) } ?? [],
                unknown: try inventory.map { try rows.unknownClaims(in: $0) } ?? [],
                orphans: try orphanReport(rows), holds: try rows.holds(),
                clock: try ClockView(rows), totals: try rows.storageTotals(),
                health: try rows.engineHealth(), engineEpoch: inventory?.epoch,
                databaseEpoch: try rows.epoch(), trouble: trouble)
        }
    }

    private func item(
        of instance: ServiceInstance, _ inventory: Inventory?, _ rows: any StoreReader
    ) throws -> DebugReport.Item? {
        guard let subscription = try rows.subscription(instance.subscriptionID),
            let view = try view(of: subscription, rows)
        else { return nil }
        return DebugReport.Item(
            view: view, owner: try rows.user(instance.customerID)?.email,
            disagreements: inventory?.disagreements(with: instance, view.volumes) ?? [])
    }
}

extension StoreReader {
    /// How much is to be destroyed once its window is over.
    func condemnedCount() throws -> Int {
        try openTickets() + orphans().count { $0.state == .condemned }
    }
}
