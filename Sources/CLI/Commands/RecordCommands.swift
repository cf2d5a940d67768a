import ArgumentParser
import FoundationEssentials
import Wire

/// `holdfast logs`
struct LogCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs", abstract: "Show what a service prints.")

    @Flag(name: .shortAndLong, help: "Go on with what it prints from now on.")
    var follow = false

    @Option(name: [.customShort("n"), .long], help: "How many of the last lines.")
    var tail = 100

    @OptionGroup var target: Target
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let query = [("tail", "\(tail)")]
        guard follow else {
            let page: Answer<PageReply<LogReply>> = try await desk.api.get(
                "\(target.path)/logs", query)
            if desk.format == .json { return try desk.show(page) { _ in "" } }
            return page.value.items.forEach { write($0, to: desk.terminal) }
        }
        let response = try await desk.api.stream(
            "\(target.path)/logs", query + [("follow", "true")],
            headers: ["Accept": "application/x-ndjson"], isEndless: true)
        var parser = LineParser()
        try await desk.api.reach {
            for try await chunk in response.body {
                for line in parser.feed(chunk) { try write(json: line, to: desk) }
            }
        }
        if let line = parser.rest() { try write(json: line, to: desk) }
    }

    /// In JSON each line is an object of its own, as the server sent it.
    private func write(json line: String, to desk: Desk) throws {
        guard desk.format == .table else { return desk.terminal.writeLine(line) }
        write(try Answer<LogReply>(Array(line.utf8)).value, to: desk.terminal)
    }

    /// To a terminal without what it would obey: what a service prints, strangers may have sent.
    private func write(_ line: LogReply, to terminal: any Terminal) {
        if line.stream == "stderr" {
            terminal.complainLine(terminal.showsErrors ? line.text.printable : line.text)
        } else {
            terminal.writeLine(terminal.showsOutput ? line.text.printable : line.text)
        }
    }
}

/// `holdfast events`
struct EventCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "events", abstract: "Show what befell a service, newest first.")

    @Option(help: "How many at most.")
    var limit = 50

    @OptionGroup var target: Target
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let page: Answer<PageReply<EventReply>> = try await desk.api.get(
            "\(target.path)/events", [("limit", "\(limit)")])
        try desk.show(page) { RecordText.events($0.items, desk.paint) }
    }
}
