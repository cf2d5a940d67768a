import ArgumentParser
import Wire

/// `holdfast admin holds`
struct HoldCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "holds", abstract: "Show why nothing is destroyed, and what to do.")

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let holds: Answer<PageReply<HoldReply>> = try await desk.api.get("admin/holds")
        try desk.show(holds) { SafetyText.holds($0.items, desk.paint) }
    }
}

/// `holdfast admin breaker`
struct BreakerCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "breaker",
        abstract: "Let destruction go on although there is more of it than is usual.")

    @Option(help: "For how many minutes.")
    var minutes = 60

    @Option(
        help: ArgumentHelp(
            "Which hold is meant, as “holdfast admin holds” shows it, instead of typing.",
            valueName: "hold"))
    var confirm: String?

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let hold = if let confirm { confirm } else { try await ask(at: desk) }
        let lifted: Answer<HoldReply> = try await desk.api.send(
            "POST", "admin/breaker", BreakerBody(confirm: hold, minutes: minutes))
        try desk.show(lifted) { SafetyText.holds([$0], desk.paint) }
    }

    private func ask(at desk: Desk) async throws -> String {
        let holds: Answer<PageReply<HoldReply>> = try await desk.api.get("admin/holds")
        let open = holds.value.items.first { $0.kind == "breaker" && $0.inForce }
        guard let open else { throw Failure.refused("The breaker is not open.") }
        try desk.confirm(
            typing: "breaker",
            after: SafetyText.holds([open], desk.errorPaint)
                + "\n\nAll that is due is destroyed, for \(minutes) minutes.",
            orSay: "There is no terminal to ask at. Confirm it with --confirm '\(open.confirm)'.")
        return open.confirm
    }
}

/// `holdfast admin quarantine`
struct QuarantineCommand: ClientCommand {
    enum Decision: String, CaseIterable, ExpressibleByArgument { case adopt, disown }

    static let configuration = CommandConfiguration(
        commandName: "quarantine",
        abstract: "Show what an older copy of the database does not know; decide about it.")

    @Argument(
        help: """
            adopt keeps unknown volumes with their services, disown leaves them to the clean-up of \
            orphans; without it nothing is decided.
            """)
    var decision: Decision?

    @Option(help: "The digest of what you were shown, instead of typing.")
    var confirm: String?

    @OptionGroup var options: ClientOptions

    func validate() throws {
        if confirm != nil, decision == nil {
            throw ValidationError("Say what is decided: adopt or disown.")
        }
    }

    func perform(at desk: Desk) async throws {
        guard let decision else {
            let report: Answer<QuarantineReply> = try await desk.api.get("admin/quarantine")
            return try desk.show(report) { SafetyText.quarantine($0, desk.paint) }
        }
        let digest = if let confirm { confirm } else { try await ask(decision, at: desk) }
        let ended: Answer<QuarantineReply> = try await desk.api.send(
            "POST", "admin/quarantine",
            QuarantineBody(decision: decision.rawValue, confirm: digest))
        try desk.show(ended) { SafetyText.quarantine($0, desk.paint) }
    }

    private func ask(_ decision: Decision, at desk: Desk) async throws -> String {
        let report: Answer<QuarantineReply> = try await desk.api.get("admin/quarantine")
        guard report.value.inForce else { throw Failure.refused("There is no quarantine.") }
        try desk.confirm(
            typing: decision.rawValue,
            after: SafetyText.quarantine(report.value, desk.errorPaint),
            orSay: "There is no terminal to ask at. Confirm it with --confirm DIGEST.")
        return report.value.digest
    }
}
