import ArgumentParser
import Wire

/// `holdfast admin clock`
struct ClockCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock", abstract: "Whether the server's clock is believed.",
        subcommands: [ClockShow.self, ClockAccept.self], defaultSubcommand: ClockShow.self)
}

/// `holdfast admin clock show`
struct ClockShow: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the clock, and the time that counts.")

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let clock: Answer<ClockReply> = try await desk.api.get("admin/clock")
        try desk.show(clock) { SafetyText.clock($0, desk.paint) }
    }
}

/// `holdfast admin clock accept`
struct ClockAccept: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Say that the clock is right, so that it counts.")

    @Option(
        help: ArgumentHelp(
            "What it shows, such as 2026-01-31T09:30Z, instead of typing.", valueName: "time"))
    var confirm: String?

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let reading = if let confirm { confirm } else { try await ask(at: desk) }
        let clock: Answer<ClockReply> = try await desk.api.send(
            "POST", "admin/clock", ClockBody(confirm: reading))
        try desk.show(clock) { SafetyText.clock($0, desk.paint) }
    }

    private func ask(at desk: Desk) async throws -> String {
        let clock: Answer<ClockReply> = try await desk.api.get("admin/clock")
        try desk.confirm(
            typing: clock.value.confirm, after: SafetyText.clock(clock.value, desk.errorPaint),
            orSay: "There is no terminal to ask at. Confirm it with --confirm TIME.")
        return clock.value.confirm
    }
}
