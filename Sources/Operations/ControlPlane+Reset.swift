package import Domain
import FoundationEssentials

extension ControlPlane {
    /// Gives the instance a new generation of volumes. The old one is retired under a ticket,
    /// and can be taken back until the undo window is over.
    ///
    /// - Parameter confirm: Must be the instance's name.
    package func reset(
        _ context: RequestContext, _ id: String, confirm: String?
    ) async throws -> Operation {
        try await order(.reset, on: id, context) { instance, operation, rows in
            guard let confirm, confirm == instance.name else {
                throw Refusal.confirmation(expected: instance.name)
            }
            let volumes = try rows.volumes(of: instance.id)
            let attached = volumes.filter { $0.state == .attached }
            let retirement = volumes.nextRetirement
            let ground = Ground(
                reason: .reset, confirmation: confirm, actor: context.actor,
                window: settings.undoWindow)
            for volume in attached {
                try retire(volume, retirement, on: ground, by: operation, rows)
            }
            let next = (volumes.map(\.generation).max() ?? 0) + 1
            for volume in attached {
                try rows.insert(
                    newVolume(
                        instance.spec.template(of: volume), volume.size, generation: next,
                        of: instance, rows))
            }
            let before = instance.generation
            instance.generation = next
            try furnish(instance, after: before, rows)
            if isForeign(instance, to: context.actor) {
                try tell(
                    .instanceReset, about: promise(of: instance, rows), instance,
                    saying: ["undoUntil": "\(try rows.latest() + ground.window)"],
                    by: context.actor,
                    rows)
            }
            return [
                "generation": "\(before) → \(next)",
                "configuration": try configuration(of: instance),
            ]
        }
    }

    /// Attaches the volumes that the last reset (or undo) retired, and retires the present ones.
    package func undoReset(_ context: RequestContext, _ id: String) async throws -> Operation {
        try await order(.undoReset, on: id, context) { instance, operation, rows in
            let volumes = try rows.volumes(of: instance.id)
            let last = volumes.lastRetired
            guard let first = last.first else { throw nothingToUndo(of: instance) }
            let tickets = try rows.tickets(of: instance.id)
            let present = volumes.filter { $0.state == .attached }
            for volume in last {
                try takeBack(volume, asLargeAs: present, tickets, rows)
            }
            let ground = Ground(
                reason: .reset, confirmation: "undo of a reset", actor: context.actor,
                window: settings.undoWindow)
            for volume in present {
                try retire(volume, volumes.nextRetirement, on: ground, by: operation, rows)
            }
            let before = instance.generation
            instance.generation = first.generation
            // An update since may have brought what that generation never had.
            try furnish(instance, after: before, rows)
            return ["generation": "\(before) → \(instance.generation)"]
        }
    }

    private func nothingToUndo(of instance: ServiceInstance) -> Refusal {
        .conflict(
            "There is nothing to undo: \(instance.name) was never reset, or the data from "
                + "before the reset is gone already.")
    }

    /// - Parameter present: What takes its place now; the variant may have grown since.
    func takeBack(
        _ volume: Volume, asLargeAs present: [Volume], _ tickets: [DestructionTicket.Record],
        _ rows: any StoreWriter
    ) throws {
        var volume = volume
        for ticket in tickets where ticket.volumeID == volume.id && ticket.state != .voided {
            guard try rows.void(ticket.id) else {
                throw Refusal.conflict(
                    "It is too late: the destruction of volume \(volume.claim) has begun.")
            }
        }
        let rival = present.first { $0.template.name == volume.template.name }
        volume.size = max(volume.size, rival?.size ?? volume.size)
        volume.state = .attached
        volume.retiredAt = nil
        volume.retiredBy = nil
        volume.retirement = nil
        try rows.update(volume)
    }

    func retire(
        _ volume: Volume, _ retirement: Int, on ground: Ground, by operation: Operation,
        _ rows: any StoreWriter
    ) throws {
        var volume = volume
        volume.state = .retired
        volume.retiredAt = rows.now
        volume.retiredBy = operation.id
        volume.retirement = retirement
        try rows.update(volume)
        let ticket = DestructionTicket.Record(
            id: makeID(at: rows.now), volumeID: volume.id, instanceID: volume.instanceID,
            claim: volume.claim, uid: volume.uid, reason: ground.reason,
            issuedBy: operation.requestedBy, confirmation: ground.confirmation,
            lastBackup: settings.lastBackup, issuedAt: rows.now,
            notBefore: try rows.latest() + ground.window)
        try rows.insert(ticket)
        try rows.append(
            AuditEvent(
                at: rows.now, actor: ground.actor, action: "volume.retire", subject: "volume",
                subjectID: volume.id.rawValue,
                details: [
                    "claim": volume.claim.rawValue, "ticket": ticket.id.rawValue,
                    "reason": ground.reason.rawValue,
                    "confirmation": ground.confirmation, "lastBackup": "\(ticket.lastBackup)",
                    "notBefore": ticket.notBefore.description,
                ]))
    }

    /// The configuration backup of a reset: everything but the secrets.
    private func configuration(of instance: ServiceInstance) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(instance.spec), as: UTF8.self)
    }
}
