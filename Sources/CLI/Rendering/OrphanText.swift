import Wire

/// What nobody claims, as people read it.
enum OrphanText {
    static func report(_ report: OrphansReply, _ paint: Paint) -> String {
        guard !report.orphans.isEmpty else { return "There are no orphans." }
        return [table(report, paint), advice(report)].compactMap(\.self)
            .joined(separator: "\n\n")
    }

    private static func table(_ report: OrphansReply, _ paint: Paint) -> String {
        Table(
            ["KIND", "NAME", "SERVICE", "FIRST SEEN", "LOOKS", "STATE"],
            report.orphans.map { orphan in
                [
                    orphan.kind, orphan.name, orphan.instance ?? "",
                    Moment.text(orphan.firstSeen), "\(orphan.looks)", state(orphan),
                ]
            }
        ).text(paint)
    }

    private static func state(_ orphan: OrphanReply) -> String {
        switch orphan.state {
        case "condemned": "goes after \(Moment.text(orphan.removedAfter))"
        case "begun": "is going"
        default: orphan.removable ? "removable" : "stays: \(orphan.reason ?? "")"
        }
    }

    private static func advice(_ report: OrphansReply) -> String? {
        if report.orphans.contains(where: \.removable) {
            return "To have what is removable removed: holdfast admin orphans --confirm "
                + report.digest.printable
        }
        let isCondemned = report.orphans.contains { $0.state == "condemned" }
        return isCondemned ? "To take that back: holdfast admin orphans --undo" : nil
    }
}
