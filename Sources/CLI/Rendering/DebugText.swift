import Wire

/// All that may be amiss, as an admin reads it: what concerns all first, then each service.
enum DebugText {
    static func report(_ report: DebugReply, _ paint: Paint) -> String {
        let parts =
            [
                summary(report, paint), held(report, paint), storage(report.storage, paint),
                objects("NOBODY'S", report.strays, paint),
                objects("UNKNOWN TO THIS DATABASE", report.unknown, paint),
                report.orphans.orphans.isEmpty ? nil : OrphanText.report(report.orphans, paint),
                instances(report.items, paint),
            ] + report.items.map { detail($0, paint) } + [more(report)]
        return parts.compactMap(\.self).joined(separator: "\n\n")
    }

    private static func summary(_ report: DebugReply, _ paint: Paint) -> String {
        let engine = report.epoch.engine.map { "\($0)" } ?? "unknown"
        return Card([
            ("Engine", report.engine.state + (report.engine.detail.map { ", \($0)" } ?? "")),
            ("Trouble", report.trouble),
            ("Seen", report.seenAt.map { Moment.text($0) }),
            ("Epochs", "\(report.epoch.database) here, \(engine) in the engine"),
            ("Clock", report.clock.doubt ?? "\(Moment.text(report.clock.now)), not in doubt"),
        ]).text(paint)
    }

    private static func held(_ report: DebugReply, _ paint: Paint) -> String? {
        let holds = report.holds.filter(\.inForce)
        return holds.isEmpty ? nil : SafetyText.holds(holds, paint)
    }

    private static func storage(_ totals: [StorageReply], _ paint: Paint) -> String? {
        guard !totals.isEmpty else { return nil }
        return Table(
            ["VOLUMES", "COUNT", "SIZE", "USED"],
            totals.map { [$0.state, "\($0.volumes)", mebibytes($0.size), mebibytes($0.used)] }
        ).text(paint)
    }

    private static func mebibytes(_ bytes: Int64) -> String { "\((bytes + (1 << 20) - 1) >> 20)Mi" }

    private static func objects(
        _ head: String, _ objects: [EngineObjectReply], _ paint: Paint
    ) -> String? {
        guard !objects.isEmpty else { return nil }
        return Table(
            [head, "KIND", "RUNS"],
            objects.map { [$0.name, $0.kind, $0.mayWrite ? "yes" : "no"] }
        ).text(paint)
    }

    private static func instances(
        _ instances: [DebugInstanceReply], _ paint: Paint
    ) -> String? {
        guard !instances.isEmpty else { return "There are no services." }
        return Table(
            ["SERVICE", "OWNER", "SUBSCRIPTION", "WISH", "STATUS", "GENERATION", "DISAGREEMENTS"],
            instances.map { one in
                [
                    one.name, one.owner ?? "", one.subscriptionStatus, one.wish, one.status,
                    "\(one.generation)", "\(one.disagreements.count)",
                ]
            }
        ).text(paint)
    }

    /// Its volumes, and what is amiss with it.
    private static func detail(_ one: DebugInstanceReply, _ paint: Paint) -> String? {
        let kept = one.volumes.filter { $0.state != "destroyed" }
        let complaints = ([one.message].compactMap(\.self) + one.disagreements)
            .map { "  \(paint.yellow($0.printable))" }
        guard !kept.isEmpty || !complaints.isEmpty else { return nil }
        let volumes = Table(
            [one.name, "STATE", "SIZE", "USED", "KEPT UNTIL"],
            kept.map { volume in
                [
                    volume.volumeClaimName, "\(volume.state), \(volume.volumeStatus)",
                    volume.volumeSize, volume.used.map(mebibytes) ?? "",
                    Moment.text(volume.keptUntil),
                ]
            }
        ).text(paint)
        return ([volumes] + complaints).joined(separator: "\n")
    }

    private static func more(_ report: DebugReply) -> String? {
        report.next.map { "More: holdfast admin debug --after \($0.printable)" }
    }
}
