package import Domain

extension ControlPlane {
    /// - Parameter inventory: What the engine has just been seen to have.
    package func quarantine(
        _ actor: Actor, beside inventory: Inventory
    ) async throws -> QuarantineReport {
        try Access.requireAdmin(actor)
        return try await store.read { try quarantineReport(inventory, $0) }
    }

    /// Ends a quarantine. Whatever was to be destroyed gets a whole undo window again, so that
    /// nobody loses the time to object.
    ///
    /// - Parameters:
    ///   - digest: Of what the admin was shown.
    ///   - inventory: What the engine has just been seen to have.
    package func decide(
        _ context: RequestContext, _ decision: QuarantineDecision, confirming digest: String,
        beside inventory: Inventory
    ) async throws -> QuarantineReport {
        try Access.requireAdmin(context.actor)
        return try await store.write { rows in
            try once(context, in: rows) { _ in
                try quarantineReport(inventory, rows)
            } make: {
                let report = try quarantineReport(inventory, rows)
                try end(report, by: decision, digest, inventory, context.actor, rows)
                return (try quarantineReport(inventory, rows), digest)
            }
        }
    }

    private func end(
        _ report: QuarantineReport, by decision: QuarantineDecision, _ digest: String,
        _ inventory: Inventory, _ actor: Actor, _ rows: any StoreWriter
    ) throws {
        guard var hold = report.hold, hold.isInForce else {
            throw Refusal.conflict("There is no quarantine to decide about.")
        }
        guard digest == report.digest else {
            throw Refusal.conflict(
                "What you confirm is not what there is now. Read it again: GET "
                    + "/api/v1/admin/quarantine, or holdfast admin quarantine.")
        }
        let adopted = decision == .adopt ? report.claims.filter { $0.place != nil } : []
        try adopt(adopted, actor, rows)
        for claim in report.claims where !adopted.contains(claim) {
            try disown(claim, actor, rows)
        }
        let postponed = try postpone(actor, rows)
        try rows.advanceEpoch(past: inventory.epoch ?? 0)
        _ = try rows.noteWitness()
        hold.liftedAt = rows.now
        hold.liftedBy = name(of: actor)
        try rows.save(hold)
        try rows.append(
            AuditEvent(
                at: rows.now, actor: actor, action: "quarantine.\(decision.rawValue)",
                subject: "hold", subjectID: hold.kind.rawValue,
                details: [
                    "confirmation": digest, "why": hold.why, "since": hold.since.description,
                    "engineEpoch": inventory.epoch.map { "\($0)" } ?? "none",
                    "epoch": "\(report.databaseEpoch) → \(try rows.epoch())",
                    "adopted": "\(adopted.count)", "postponed": "\(postponed)",
                    "disowned": "\(report.claims.count - adopted.count)",
                ]))
    }

    private func quarantineReport(
        _ inventory: Inventory, _ rows: any StoreReader
    ) throws -> QuarantineReport {
        let hold = try rows.holds().first { $0.kind == .quarantine }
        let claims = try rows.unknownClaims(in: inventory).map { object in
            QuarantineReport.Claim(object: object, place: try place(of: object, rows))
        }
        let lines =
            ["\(hold?.since.description ?? "") \(inventory.epoch.map { "\($0)" } ?? "none")"]
            + claims.map { "\($0.object.name)\t\($0.object.uid)\t\($0.place != nil)" }
        return QuarantineReport(
            hold: hold, engineEpoch: inventory.epoch, databaseEpoch: try rows.epoch(),
            claims: claims, condemned: try rows.condemnedCount(),
            digest: hasher.digest(lines.joined(separator: "\n")))
    }
}
