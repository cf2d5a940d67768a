import Testing

@testable import CLI

@Suite("Colours") struct ColorTests {
    struct Case: Sendable {
        var arguments: [String] = []
        var environment: [String: String] = [:]
        var isTerminal = true
        var isPainted: Bool
    }

    @Test(
        "are where a terminal shows them, unless somebody wants it otherwise",
        arguments: [
            Case(isPainted: true), Case(isTerminal: false, isPainted: false),
            Case(environment: ["NO_COLOR": "0"], isPainted: false),
            Case(environment: ["NO_COLOR": ""], isPainted: true),
            Case(environment: ["TERM": "dumb"], isPainted: false),
            Case(environment: ["CLICOLOR_FORCE": "1"], isTerminal: false, isPainted: true),
            Case(environment: ["CLICOLOR_FORCE": "0"], isTerminal: false, isPainted: false),
            Case(
                environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], isTerminal: false,
                isPainted: false),
            Case(arguments: ["--color", "never"], isPainted: false),
            Case(arguments: ["--color", "always"], isTerminal: false, isPainted: true),
            Case(
                arguments: ["--color", "always"], environment: ["NO_COLOR": "1"], isPainted: true),
            Case(
                arguments: ["--color", "auto"], environment: ["CLICOLOR_FORCE": "1"],
                isTerminal: false, isPainted: false),
        ])
    func painted(_ one: Case) async throws {
        let stage = try Stage(
            [.json(200, Samples.page(Samples.subscription()))], isTerminal: one.isTerminal,
            environment: one.environment
        ).loggedIn()
        #expect(await stage.run(["list"] + one.arguments) == 0)
        #expect(stage.terminal.output.contains("\u{1B}[") == one.isPainted)
    }

    @Test("of errors follow the standard error, not the output", arguments: [true, false])
    func errors(_ isSeen: Bool) async throws {
        let stage = try Stage(
            [.json(404, Samples.problem(404, "not-found"))], isTerminal: !isSeen,
            errorsAreSeen: isSeen
        ).loggedIn()
        #expect(await stage.run("show", "x") == 3)
        #expect(stage.terminal.complaints.contains("\u{1B}[") == isSeen)
    }

    @Test("and lines of a service's errors are made harmless by where they go")
    func logs() async throws {
        let line = #"{"items":[{"stream":"stderr","text":"a\u001b[2J"}]}"#
        let stage = try Stage([.json(200, line)], errorsAreSeen: true).loggedIn()
        #expect(await stage.run("logs", "isso-4k7m2p9x") == 0)
        #expect(stage.terminal.complaints == "a\u{FFFD}[2J\n")
    }
}
