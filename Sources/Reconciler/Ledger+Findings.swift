import Domain

extension Ledger {
    /// Writes down what a look has taught.
    ///
    /// - Returns: How things stand then, as of the same transaction.
    func record(_ findings: [Finding], _ situation: Situation) async throws -> Situation? {
        try await store.write { rows in
            for finding in findings {
                try record(finding, situation.instance, rows)
            }
            return try self.situation(of: situation.instance.id, rows)
        }
    }

    private func record(
        _ finding: Finding, _ seen: ServiceInstance, _ rows: any StoreWriter
    ) throws {
        switch finding {
        case .claimBound(let volume, let uid): try bind(volume, uid, seen.id, rows)
        case .claimPlaced(let volume, let whereabouts):
            try place(volume, whereabouts, seen.id, rows)
        case .claimLost(let volume, let claim, let why):
            try mark(volume, .lost, why, seen.id, rows)
            try alert(
                seen.id, .alert, "volume-lost", "Volume \(claim) is lost: \(why).", rows)
        case .claimFound(let volume, let claim):
            try mark(volume, .bound, "it is there again", seen.id, rows)
            try alert(
                seen.id, .info, "volume-found", "Volume \(claim) is there again.", rows)
        case .restartBegun(let run): try restart(seen, rows) { $0.restartFrom = run }
        case .restartDone:
            try restart(seen, rows) { instance in
                instance.restartsDone = seen.restartsWanted
                instance.restartFrom = nil
            }
        case .destructionProven(let ticket, let proof): try rows.spend(ticket, proof: proof)
        }
    }

    /// From here on the volume holds data. A uid that is known is never replaced.
    private func bind(
        _ id: VolumeID, _ uid: ClaimUID, _ instance: InstanceID, _ rows: any StoreWriter
    ) throws {
        guard var volume = try rows.volumes(of: instance).first(where: { $0.id == id }),
            volume.uid == nil
        else { return }
        volume.uid = uid
        volume.claimStatus = .bound
        try rows.update(volume)
        for ticket in try rows.tickets(of: instance) where ticket.volumeID == id {
            if ticket.uid == nil { try rows.nameClaim(uid, in: ticket.id) }
        }
        try rows.append(
            AuditEvent(
                at: rows.now, actor: .system, action: "volume.bind", subject: "volume",
                subjectID: id.rawValue,
                details: ["claim": volume.claim.rawValue, "uid": uid.rawValue]))
    }

    private func place(
        _ id: VolumeID, _ whereabouts: Whereabouts, _ instance: InstanceID,
        _ rows: any StoreWriter
    ) throws {
        guard var volume = try rows.volumes(of: instance).first(where: { $0.id == id }) else {
            return
        }
        volume.whereabouts = whereabouts
        try rows.update(volume)
        try rows.append(
            AuditEvent(
                at: rows.now, actor: .system, action: "volume.place", subject: "volume",
                subjectID: id.rawValue,
                details: [
                    "claim": volume.claim.rawValue, "place": whereabouts.place,
                    "doubt": whereabouts.doubt ?? "none",
                ]))
    }

    private func mark(
        _ id: VolumeID, _ status: Volume.ClaimStatus, _ why: String, _ instance: InstanceID,
        _ rows: any StoreWriter
    ) throws {
        guard var volume = try rows.volumes(of: instance).first(where: { $0.id == id }) else {
            return
        }
        let before = volume.claimStatus
        volume.claimStatus = status
        try rows.update(volume)
        try rows.append(
            AuditEvent(
                at: rows.now, actor: .system,
                action: status == .lost ? "volume.lose" : "volume.find", subject: "volume",
                subjectID: id.rawValue,
                details: [
                    "claim": volume.claim.rawValue, "why": why,
                    "status": "\(before.rawValue) → \(status.rawValue)",
                ]))
    }

    private func alert(
        _ id: InstanceID, _ severity: InstanceEvent.Severity, _ kind: String,
        _ message: String, _ rows: any StoreWriter
    ) throws {
        try rows.append(
            InstanceEvent(
                instanceID: id, at: rows.now, severity: severity, kind: kind, message: message))
    }

    /// Changes the restart that was looked at, unless another was asked for since.
    private func restart(
        _ seen: ServiceInstance, _ rows: any StoreWriter,
        change: (inout ServiceInstance) -> Void
    ) throws {
        guard var instance = try rows.instance(seen.id),
            instance.restartsWanted == seen.restartsWanted,
            instance.restartsDone == seen.restartsDone
        else { return }
        change(&instance)
        try rows.update(instance)
    }
}
