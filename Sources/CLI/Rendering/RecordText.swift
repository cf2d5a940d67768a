import Wire

/// What happened, as people read it.
enum RecordText {
    static func events(_ events: [EventReply], _ paint: Paint) -> String {
        guard !events.isEmpty else { return "No events." }
        return Table(
            ["AT", "SEVERITY", "KIND", "MESSAGE"],
            events.map { [Moment.text($0.at), $0.severity, $0.kind, $0.message] }
        ).text(paint)
    }

    static func audit(_ events: [AuditReply], _ paint: Paint) -> String {
        guard !events.isEmpty else { return "No audit rows." }
        return Table(
            ["NUMBER", "AT", "ACTOR", "ACTION", "SUBJECT", "DETAILS"],
            events.map { event in
                [
                    "\(event.sequence)", Moment.text(event.at), event.actor, event.action,
                    "\(event.subject) \(event.subjectId)",
                    event.details.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
                        .joined(separator: " "),
                ]
            }
        ).text(paint)
    }

    static func catalog(_ catalog: CatalogReply, _ paint: Paint) -> String {
        Card([
            ("Folder", catalog.folder), ("Read", Moment.text(catalog.loadedAt)),
            ("Services", catalog.services.joined(separator: ", ")),
            ("Refused", catalog.refusedAt.map { Moment.text($0) }),
            ("Mistakes", catalog.refusal),
        ]).text(paint)
    }

    static func whereabouts(_ whereabouts: WhereaboutsReply, _ paint: Paint) -> String {
        Card([
            ("Volume", whereabouts.claim),
            ("Bytes", whereabouts.place ?? "the engine does not tell where"),
            ("Doubt", whereabouts.doubt),
            ("Manifest", whereabouts.manifest == nil ? "none" : "known: --manifest shows it"),
        ]).text(paint)
    }

    static func engine(_ engine: EngineReply, _ paint: Paint) -> String {
        Card([
            ("Engine", engine.state), ("Since", engine.since.map { Moment.text($0) }),
            ("Detail", engine.detail), ("Sizes", engine.abilities.map(sizes)),
            ("Limits", engine.abilities.map(limits)),
        ]).text(paint) + classes(engine.abilities?.classes ?? [], paint)
    }

    private static func classes(_ classes: [StorageClassReply], _ paint: Paint) -> String {
        guard !classes.isEmpty else { return "" }
        let table = Table(
            ["STORAGE CLASS", "GROWS", "ENFORCES", "SNAPSHOTS", "MOVES"],
            classes.map { found in
                [found.name + (found.isDefault ? " (default)" : "")]
                    + [found.grows, found.enforcesSizes, found.snapshots, found.moves].map(\.answer)
            }
        ).text(paint)
        let reasons = classes.flatMap { found in
            [
                ("grows", found.grows), ("enforces sizes", found.enforcesSizes),
                ("snapshots", found.snapshots), ("moves", found.moves),
            ].compactMap { what, ability in
                ability.why.map { "\(found.name), \(what): \(ability.answer), \($0.printable)" }
            }
        }
        return (["\n", table] + reasons).joined(separator: "\n")
    }

    private static func sizes(_ abilities: AbilitiesReply) -> String {
        guard abilities.sizes == "enforced" else {
            return "advisory: measured and shown, not enforced"
        }
        let growth = abilities.growth == "online" ? "; volumes grow while services run" : ""
        return "enforced by \(abilities.enforcedBy ?? "the engine")\(growth)"
    }

    private static func limits(_ abilities: AbilitiesReply) -> String {
        abilities.changesLimitsLive
            ? "can be changed while a container runs" : "change with a new container only"
    }
}
