import Domain
import StoreSQL
import TestSupport

/// Those who look at all there is once nothing has gone wrong for a while.
extension Stage {
    func lookAtEnd() async {
        do {
            let record = try await rows.read { try Record($0) }
            for instance in record.instances {
                try await lookAtEnd(of: instance, record.volumes[instance.id] ?? [])
            }
            try await lookAtClaims(record)
            lookAtOrphans(record)
            if let cluster { lookAtLeftovers(record, cluster) }
            lookAtOperations(record)
            try await lookAtAudit(record)
            try await lookAtRest(record)
        } catch {
            blame(.l1, "the rows cannot be read: \(error)")
        }
    }

    private func lookAtEnd(of instance: ServiceInstance, _ volumes: [Volume]) async throws {
        let containers = view.containers(of: instance.id)
        let running = containers.filter { $0.run != nil }
        let attached = volumes.filter { $0.state == .attached }
        switch instance.wish {
        case .erased:
            if !containers.isEmpty { blame(.l1, "\(instance.name) is to be gone, and is there") }
        case .stopped:
            if !running.isEmpty { blame(.l1, "\(instance.name) is to be stopped, and runs") }
        case .running where attached.allSatisfy(isHeld):
            try await lookAtRunning(instance, attached, running)
        case .running:
            if !running.isEmpty && containers.count > 1 {
                blame(.l1, "\(instance.name) has lost a volume, and runs twice")
            }
        }
    }

    /// Whether the engine has the volume that the row has.
    private func isHeld(_ volume: Volume) -> Bool {
        guard let uid = volume.uid else { return view.claims[volume.claim] == nil }
        return view.claims[volume.claim]?.uid == uid
    }

    /// Whether a container that an older database does not know holds a service's port: nobody
    /// but an admin can say what is to become of it.
    func isPortLost(of instance: InstanceID, _ port: Int) -> Bool {
        truth.wasRestored
            && view.ports.contains { $0.number == port && $0.instance != instance }
    }

    private func lookAtRunning(
        _ instance: ServiceInstance, _ attached: [Volume], _ running: [MemoryWorld.Container]
    ) async throws {
        let (desired, phase) = try await rows.read { rows in
            (
                Desired(
                    instance: instance, volumes: try rows.volumes(of: instance.id),
                    secrets: try rows.secrets(of: instance.id, generation: instance.generation),
                    tickets: [], address: PublicAddress(host: "localhost")),
                try rows.status(of: instance.id)?.phase
            )
        }
        if running.isEmpty, isPortLost(of: instance.id, instance.hostPort) { return }
        guard running.count == 1, let only = running.first else {
            return blame(
                .l1, "\(instance.name) is to run, and has \(running.count) running containers")
        }
        if only.workload?.revision != desired.workload.revision || !only.drift.isEmpty {
            blame(.l1, "\(instance.name) does not run as it should")
        }
        if Set(only.claims) != Set(attached.map(\.claim)) {
            blame(.s5, "\(instance.name) runs on other volumes than its own")
        }
        if phase != .running {
            blame(.l1, "\(instance.name) runs, and is said to be \(phase?.rawValue ?? "nothing")")
        }
    }

    /// What was given up long ago is gone.
    func lookAtTickets() async {
        let open = try? await rows.read { rows in
            try rows.isHeld()
                ? []
                : rows.instances(Page(limit: 200)).flatMap { try rows.tickets(of: $0.id) }
                    .filter { $0.state == .issued || $0.state == .begun }
        }
        // One that was reckoned while the clock was ahead waits for as long as the clock was wrong.
        let late = (open ?? []).filter { $0.notBefore < clock.now() - .days(2) }
        for ticket in late where view.claims[ticket.claim]?.uid == ticket.uid {
            blame(.l1, "\(ticket.claim) was given up long ago, and is still there")
        }
    }

    /// What it all has come to, for each service that somebody was told of.
    func sumUp() async {
        for (number, slot) in truth.slots.enumerated() {
            let volumes = try? await rows.read { try $0.volumes(of: slot.instance) }
            if volumes?.contains(where: { $0.uid == nil && $0.state != .attached }) ?? false {
                truth.hasSkippedGeneration = true
            }
            let line = try? await rows.read { rows -> String? in
                guard let instance = try rows.instance(slot.instance),
                    let subscription = try rows.subscription(instance.subscriptionID)
                else { return nil }
                return """
                    service \(number): \(subscription.standing(instance)), \
                    \(subscription.variant), \(instance.wish.rawValue), \
                    \(instance.spec.image), generation \(instance.generation), \
                    \(volumes?.count { $0.state == .attached } ?? 0) volumes
                    """
            }
            truth.summary.append((line ?? nil) ?? "service \(number): unknown")
        }
    }

    private func lookAtClaims(_ record: Record) async throws {
        let kept = record.volumes.values.joined().filter { $0.state != .destroyed }
        let uids = Set(kept.compactMap(\.uid?.rawValue) + record.orphans.map(\.object.uid))
        // A volume of a later state of the database whose name was given out again: the service
        // calls for help, and nobody but an admin can say what is to become of it.
        let taken = truth.wasRestored ? Set(kept.map(\.claim)) : []
        for (name, claim) in view.claims.sorted(by: { $0.key < $1.key })
        where claim.volumeID != nil && !taken.contains(name)
            && !uids.contains(claim.uid.rawValue)
        {
            blame(.l2, "\(name) belongs to nobody")
        }
        let present = Set(view.kept.map(\.uid))
        for volume in kept {
            guard let uid = volume.uid, !present.contains(uid), !truth.strangers.contains(uid),
                !(truth.wasRestored && truth.destroyed.contains(uid))
            else { continue }
            blame(.l2, "\(volume.claim) is \(volume.state.rawValue), and not there")
        }
        for volume in kept where volume.state == .attached {
            let uid = volume.uid ?? ClaimUID("")
            if truth.owners[uid].map({ $0 != volume.instanceID }) ?? false {
                blame(.s7, "\(volume.claim) is attached to somebody else's service")
            }
        }
    }

    private func lookAtOrphans(_ record: Record) {
        let present = Set(view.kept.map(\.uid.rawValue))
        for orphan in record.orphans
        where orphan.state == .gone && present.contains(orphan.object.uid) {
            blame(.l2, "the orphan \(orphan.object.name) is recorded as gone, and is there")
        }
    }

    private func lookAtOperations(_ record: Record) {
        for operation in record.operations
        where !operation.state.isEnded && operation.createdAt <= clock.now() {
            blame(.l3, "“\(operation.kind.rawValue)” has not ended")
        }
    }

    private func lookAtAudit(_ record: Record) async throws {
        let inspection = try await rows.inspectAudit()
        if let fault = inspection.fault { blame(.s9, "the audit's chain is broken: \(fault)") }
        let events = try await rows.read { rows in
            try rows.audit(AuditQuery(limit: 5000))
        }
        // That something was done for it says nothing of whoever asked.
        let verbs = events.filter { $0.action != "instance.act" }
        let named = Set(verbs.compactMap { $0.details["operation"] })
        let subjects = Set(events.map(\.subjectID))
        for operation in record.operations
        where !named.contains(operation.id.rawValue)
            && !(operation.kind == .create
                && subjects.contains(operation.subscriptionID.rawValue))
        {
            blame(.s9, "“\(operation.kind.rawValue)” has no line in the audit")
        }
        let asked = events.count { $0.action == "instance.act" && $0.details["outcome"] == "asked" }
        let acts = acts.count { $0.isMaking }
        if acts > asked, !truth.wasRestored {
            blame(.s9, "\(acts) acts, and \(asked) in the audit")
        }
    }
}

extension Subscription {
    /// What was deleted is over; whether its bytes went under a ticket, or never were, is the same.
    fileprivate func standing(_ instance: ServiceInstance) -> String {
        instance.wish == .erased && status != .active ? "over" : status.rawValue
    }
}

extension Act {
    /// Whether only the care of an instance does this.
    fileprivate var isMaking: Bool {
        switch self {
        case .stop, .remove: false
        default: true
        }
    }
}
