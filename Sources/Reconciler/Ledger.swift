import Domain

/// What the reconciler reads and writes down. Each method is one transaction, and reads anew
/// whatever it changes: a person may have changed the wish since the last look.
struct Ledger: Sendable {
    let store: any Store
    let address: PublicAddress
    let catalog: @Sendable () -> Catalog

    /// `nil` when there is no such instance.
    func situation(of id: InstanceID) async throws -> Situation? {
        try await store.read { rows in try situation(of: id, rows) }
    }

    func situation(of id: InstanceID, _ rows: any StoreReader) throws -> Situation? {
        guard let instance = try rows.instance(id) else { return nil }
        let (volumes, usage) = (try rows.volumes(of: id), try rows.usage(of: id))
        let desired = Desired(
            instance: instance, volumes: volumes,
            secrets: try rows.secrets(of: id, generation: instance.generation),
            tickets: try rows.tickets(of: id), usage: usage,
            larger: try larger(for: instance, volumes, usage, rows), address: address)
        return Situation(
            instance: instance, desired: desired, status: try rows.status(of: id),
            operation: try rows.activeOperation(of: id), now: rows.now)
    }

    /// What an owner is advised to change to; only whoever has a full volume is.
    private func larger(
        for instance: ServiceInstance, _ volumes: [Volume], _ usage: [VolumeUsage],
        _ rows: any StoreReader
    ) throws -> LargerVariants {
        let isFull = volumes.contains { volume in
            usage.contains { $0.volumeID == volume.id && $0.isFull(of: volume.size) }
        }
        guard isFull else { return LargerVariants() }
        let service = try rows.subscription(instance.subscriptionID)?.service
        return LargerVariants(of: service.flatMap { catalog().service($0) })
    }

    /// Saves the phase if it differs from what is known.
    func show(_ phase: Phase, _ message: String?, _ situation: Situation) async throws {
        let known = situation.status
        guard known?.phase != phase || known?.message != message else { return }
        try await store.write { rows in
            let isFirst = phase == .running && known?.firstReadyAt == nil
            try rows.save(
                InstanceStatus(
                    instanceID: situation.instance.id, phase: phase, message: message,
                    since: known?.phase == phase ? known?.since ?? rows.now : rows.now,
                    firstReadyAt: isFirst ? rows.now : known?.firstReadyAt))
        }
    }

    /// Gives an instance that never was ready another port, and answers it.
    func movePort(
        of id: InstanceID, from port: Int, within range: ClosedRange<Int>, since why: String
    ) async throws -> Int? {
        try await store.write { rows in
            guard var instance = try rows.instance(id), instance.hostPort == port else {
                return nil
            }
            guard let free = range.freePort(besides: try rows.hostPorts(), after: port) else {
                return nil
            }
            instance.hostPort = free
            try rows.update(instance)
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: .system, action: "instance.move-port",
                    subject: "instance", subjectID: id.rawValue,
                    details: ["port": "\(port) → \(free)", "why": why]))
            return free
        }
    }
}
