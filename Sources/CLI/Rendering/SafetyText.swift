import Wire

/// Why nothing is destroyed, as people read it.
enum SafetyText {
    static func holds(_ holds: [HoldReply], _ paint: Paint) -> String {
        holds.isEmpty
            ? "Nothing is held back."
            : holds.map { hold($0, paint) }.joined(separator: "\n\n")
    }

    private static func hold(_ hold: HoldReply, _ paint: Paint) -> String {
        Card([
            ("Hold", hold.kind + (hold.inForce ? "" : ", lifted")), ("Why", hold.why),
            ("Since", Moment.text(hold.since)), ("Do", hold.inForce ? hold.remedy : nil),
            ("Confirm by", hold.inForce ? hold.confirm : nil),
            ("Lifted", hold.liftedAt.map { "\(Moment.text($0)) by \(hold.liftedBy ?? "?")" }),
            ("Allowed until", hold.allowedUntil.map { Moment.text($0) }),
        ]).text(paint)
    }

    static func clock(_ clock: ClockReply, _ paint: Paint) -> String {
        Card([
            ("Clock", Moment.text(clock.now)), ("Counts", Moment.text(clock.counted)),
            ("Doubt", clock.doubt ?? "none"),
        ]).text(paint)
    }

    static func quarantine(_ report: QuarantineReply, _ paint: Paint) -> String {
        guard report.inForce else {
            let last = report.liftedAt.map { " The last one ended \(Moment.text($0))." } ?? ""
            return "There is no quarantine.\(last)"
        }
        let card = Card([
            ("Why", report.why), ("Since", report.since.map { Moment.text($0) }),
            ("Epochs", "\(report.databaseEpoch) here, \(engine(report)) in the engine"),
            ("To be destroyed", "\(report.condemned), each after a whole undo window from now on"),
            ("Digest", report.digest),
        ]).text(paint)
        let advice = """
            Nothing is destroyed until you decide: “holdfast admin quarantine adopt” keeps the \
            unknown volumes with their services, “disown” leaves them to the clean-up of orphans.
            """
        return [card, claims(report.claims, paint), advice].compactMap(\.self)
            .joined(separator: "\n\n")
    }

    private static func engine(_ report: QuarantineReply) -> String {
        report.engineEpoch.map { "\($0)" } ?? "none"
    }

    private static func claims(_ claims: [UnknownClaimReply], _ paint: Paint) -> String? {
        guard !claims.isEmpty else { return nil }
        return Table(
            ["UNKNOWN VOLUME", "SERVICE", "GENERATION", "CAN BE ADOPTED"],
            claims.map { claim in
                [
                    claim.name, claim.instance ?? "", claim.generation.map { "\($0)" } ?? "",
                    claim.adoptable ? "yes" : "no",
                ]
            }
        ).text(paint)
    }
}
