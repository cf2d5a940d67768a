package import Domain

extension ControlPlane {
    /// What nobody claims. Nothing is done to it.
    package func orphans(_ actor: Actor) async throws -> OrphanReport {
        try Access.requireAdmin(actor)
        return try await store.read { try orphanReport($0) }
    }

    /// Condemns what the confirmed report says may be removed; it goes once the undo window is
    /// over, unless it is claimed or spared before.
    ///
    /// - Parameter digest: Of the report that the admin has read.
    /// - Throws: `OutdatedReport` where that is not the present one.
    package func condemnOrphans(
        _ context: RequestContext, confirming digest: String
    ) async throws -> OrphanReport {
        try Access.requireAdmin(context.actor)
        return try await store.write { rows in
            try once(context, in: rows) { _ in
                try orphanReport(rows)
            } make: {
                let report = try orphanReport(rows)
                guard digest == report.digest else { throw OutdatedReport(report: report) }
                let end = try rows.latest() + settings.undoWindow
                for item in report.items where item.isRemovable {
                    let condemned = item.orphan.condemned(
                        by: name(of: context.actor), confirming: digest, notBefore: end)
                    try save(condemned, "orphan.condemn", context.actor, rows)
                }
                return (try orphanReport(rows), digest)
            }
        }
    }

    /// Takes back what was condemned and has not begun to go.
    package func spareOrphans(_ context: RequestContext) async throws -> OrphanReport {
        try Access.requireAdmin(context.actor)
        return try await store.write { rows in
            let condemned = try rows.orphans().filter { $0.state == .condemned }
            for orphan in condemned {
                try save(orphan.spared, "orphan.spare", context.actor, rows)
            }
            if condemned.isEmpty {
                try rows.append(
                    AuditEvent(
                        at: rows.now, actor: context.actor, action: "orphan.spare",
                        subject: "orphan", subjectID: "", details: ["spared": "none"]))
            }
            return try orphanReport(rows)
        }
    }

    func save(
        _ orphan: Orphan, _ action: String, _ actor: Actor, _ rows: any StoreWriter
    ) throws {
        try rows.save(orphan)
        try rows.append(AuditEvent(of: orphan, action, at: rows.now, by: actor))
    }

    /// As rows that outlive the request tell of somebody.
    func name(of actor: Actor) -> String { actor.userID?.rawValue ?? "system" }

    func orphanReport(_ rows: any StoreReader) throws -> OrphanReport {
        let isQuarantined = try rows.holds()
            .contains { $0.kind == .quarantine && $0.isInForce }
        let items = try rows.orphans().map { orphan in
            let instance = try orphan.object.instanceID.flatMap { id in
                try outline { try rows.instance(id) }
            }
            return OrphanReport.Item(
                orphan: orphan, instance: instance?.name,
                objection: isQuarantined && orphan.state == .seen
                    ? "there is a quarantine: decide about that first"
                    : settings.orphanRule.objection(to: orphan))
        }
        let lines = items.map { item in
            let object = item.orphan.object
            return "\(object.kind.rawValue)\t\(object.name)\t\(object.uid)\t"
                + "\(item.orphan.state.rawValue)\t\(item.isRemovable)\n"
        }
        return OrphanReport(items: items, digest: hasher.digest(lines.joined()))
    }
}
