import Domain

extension ControlPlane {
    /// What a claim was made for, by its name, as far as the rows know of it.
    func place(
        of object: EngineObject, _ rows: any StoreReader
    ) throws -> QuarantineReport.Place? {
        for reading in ClaimName(object.name).readings(install: settings.install) {
            guard let instance = try outline({ try rows.instance(named: reading.instance) })
            else { continue }
            let namesakes = try rows.volumes(of: instance.id)
                .filter { $0.template.name == reading.volume }
            let template =
                instance.spec.volumes.first { $0.name == reading.volume }
                ?? namesakes.last?.template
            guard let template else { continue }
            return QuarantineReport.Place(
                instance: instance, template: template, generation: reading.generation,
                size: namesakes.map(\.size).max() ?? Bytes(0))
        }
        return nil
    }

    /// Gives claims to their instances as retired volumes without tickets: what was made later
    /// was retired later, and one retirement has all that one generation has.
    func adopt(
        _ claims: [QuarantineReport.Claim], _ actor: Actor, _ rows: any StoreWriter
    ) throws {
        var retirements: [Retirement: Int] = [:]
        let ordered = claims.compactMap { claim in claim.place.map { (claim.object, $0) } }
            .sorted { $0.1.generation < $1.1.generation }
        for (object, place) in ordered {
            let key = Retirement(instance: place.instance.id, generation: place.generation)
            let number =
                try retirements[key] ?? rows.volumes(of: place.instance.id).nextRetirement
            retirements[key] = number
            try adopt(object, place, number, actor, rows)
        }
    }

    private struct Retirement: Hashable {
        var instance: InstanceID
        var generation: Int
    }

    private func adopt(
        _ object: EngineObject, _ place: QuarantineReport.Place, _ retirement: Int,
        _ actor: Actor, _ rows: any StoreWriter
    ) throws {
        let volume = Volume(
            id: object.volumeID ?? makeID(at: rows.now), instanceID: place.instance.id,
            template: place.template, generation: place.generation, size: place.size,
            claim: ClaimName(object.name), uid: ClaimUID(object.uid), state: .retired,
            claimStatus: .bound, createdAt: rows.now, retiredAt: rows.now,
            retirement: retirement)
        try rows.insert(volume)
        try rows.append(
            InstanceEvent(
                instanceID: volume.instanceID, at: rows.now, severity: .warning,
                kind: "volume-adopted",
                message: "Volume \(volume.claim) was found, which the records had lost. It is "
                    + "kept; an undo of the reset brings it back."))
        try rows.append(
            AuditEvent(
                at: rows.now, actor: actor, action: "volume.adopt", subject: "volume",
                subjectID: volume.id.rawValue,
                details: [
                    "claim": volume.claim.rawValue, "uid": object.uid,
                    "instance": place.instance.id.rawValue,
                    "generation": "\(place.generation)",
                ]))
    }

    /// From now on it is like whatever else belongs to nobody.
    func disown(
        _ claim: QuarantineReport.Claim, _ actor: Actor, _ rows: any StoreWriter
    ) throws {
        let moment = try rows.counted()
        let orphan = Orphan(
            id: makeID(at: rows.now), object: claim.object, firstSeen: moment, lastSeen: moment)
        try save(orphan, "orphan.disown", actor, rows)
    }

    /// Moves the end of each window that would be over before to the end of a whole one.
    func postpone(_ actor: Actor, _ rows: any StoreWriter) throws -> Int {
        let end = try rows.latest() + settings.undoWindow
        let tickets = try rows.postponeTickets(to: end)
        for ticket in tickets {
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: actor, action: "volume.postpone", subject: "volume",
                    subjectID: ticket.volumeID.rawValue,
                    details: [
                        "claim": ticket.claim.rawValue, "ticket": ticket.id.rawValue,
                        "notBefore": end.description,
                    ]))
        }
        let early = try rows.orphans()
            .filter { $0.state == .condemned && $0.notBefore.map { $0 < end } ?? false }
        for var orphan in early {
            orphan.notBefore = end
            try save(orphan, "orphan.postpone", actor, rows)
        }
        return tickets.count + early.count
    }
}
