import ArgumentParser
import Wire

/// `holdfast admin notices`
struct NoticeCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notices", abstract: "What people are told, and whether it arrives.",
        subcommands: [NoticeList.self, NoticeRetry.self, NoticeTest.self],
        defaultSubcommand: NoticeList.self)
}

/// `holdfast admin notices list`
struct NoticeList: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show notices, newest first.")

    @Option(help: "Only those that are pending, delivered or dead.")
    var state: String?

    @Option(help: "How many at most.")
    var limit = 50

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let page: Answer<PageReply<NoticeReply>> = try await desk.api.get(
            "admin/notices",
            [("limit", "\(limit)")] + (state.map { [("state", $0)] } ?? []))
        try desk.show(page) { NoticeText.list($0.items, desk.paint) }
    }
}

/// `holdfast admin notices retry`
struct NoticeRetry: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Have a notice sent again that was given up, or waits.")

    @Argument(help: "The notice's id.")
    var id: String

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let notice: Answer<NoticeReply> = try await desk.api.send(
            "POST", "admin/notices/\(id.escaped)/retry", [String: String]())
        try desk.show(notice) { NoticeText.list([$0], desk.paint) }
    }
}

/// `holdfast admin notices test`
struct NoticeTest: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Have a mail sent to yourself, to see that it arrives.")

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let notice: Answer<NoticeReply> = try await desk.api.send(
            "POST", "admin/notices/test", [String: String]())
        try desk.show(notice) { NoticeText.list([$0], desk.paint) }
        desk.say("What becomes of it: holdfast admin notices")
    }
}
