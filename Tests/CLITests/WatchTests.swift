import Testing

@testable import CLI

@Suite("Waiting for an operation") struct WatchTests {
    private func event(_ number: Int) -> String {
        "id: \(number)\nevent: step\ndata: \(Samples.step(number))\n\n"
    }

    private let pending = StubTransport.Reply.json(202, Samples.operation("pending"))
    private let end = "event: end\ndata: {}\n\n"

    @Test("shows each step once, and the end") func steps() async throws {
        let stage = try Stage([
            pending, .events(event(1), event(2), end),
            .json(200, Samples.operation("succeeded", steps: 3)),
        ]).loggedIn()
        #expect(await stage.run("restart", "isso-4k7m2p9x") == 0)
        #expect(
            stage.terminal.output == """
                   1.5 s  Step 1.
                   2.5 s  Step 2.
                   3.5 s  Step 3.
                  12.3 s  Done: restart of isso-4k7m2p9x.

                """)
        #expect(stage.header("Accept")[1] == "text/event-stream")
        #expect(stage.header("Last-Event-ID") == [nil, nil, nil])
    }

    @Test("goes on after the last step when the stream breaks") func resumes() async throws {
        let stage = try Stage([
            pending, .events(event(1), event(2).prefix(20).description, breaks: true),
            .json(200, Samples.operation("running", steps: 1)), .events(event(2), end),
            .json(200, Samples.operation("succeeded", steps: 2)),
        ]).loggedIn()
        #expect(await stage.run("start", "isso-4k7m2p9x") == 0)
        #expect(stage.header("Last-Event-ID") == [nil, nil, nil, "1", nil])
        #expect(
            stage.terminal.output == """
                   1.5 s  Step 1.
                   2.5 s  Step 2.
                  12.3 s  Done: restart of isso-4k7m2p9x.

                """)
    }

    @Test(
        "looks again and again where there is no stream",
        arguments: [
            .json(404, Samples.problem(404, "not-found")), .json(200, "{}"),
            .json(503, Samples.problem(503, "unavailable")),
        ] as [StubTransport.Reply])
    func polls(_ refusal: StubTransport.Reply) async throws {
        let stage = try Stage([
            pending, refusal, .json(200, Samples.operation("running", steps: 1)),
            .json(200, Samples.operation("running", steps: 1)),
            .json(200, Samples.operation("succeeded", steps: 1)),
        ]).loggedIn()
        #expect(await stage.run("stop", "isso-4k7m2p9x") == 0)
        #expect(stage.asked[2...].allSatisfy { $0 == "GET /operations/op1" })
    }

    @Test("outlasts a server that is restarted, and says so once") func restart() async throws {
        let stage = try Stage([
            pending, .events(event(1), breaks: true), .broken, .broken, .broken, .broken, .broken,
            .events(end), .json(200, Samples.operation("succeeded", steps: 1)),
        ]).loggedIn()
        #expect(await stage.run("restart", "isso-4k7m2p9x") == 0)
        #expect(
            stage.terminal.output == """
                   1.5 s  Step 1.
                https://paas.example does not answer; trying again. The operation is kept there.
                  12.3 s  Done: restart of isso-4k7m2p9x.

                """)
    }

    @Test("ends as failed when the operation does") func failed() async throws {
        let stage = try Stage([
            pending, .events(end),
            .json(200, Samples.operation("failed", message: "No such image.")),
        ]).loggedIn()
        #expect(await stage.run("restart", "isso-4k7m2p9x") == 1)
        #expect(stage.terminal.output == "  12.3 s  Failed: restart of isso-4k7m2p9x.\n")
        #expect(
            stage.terminal.complaints == """
                holdfast: The restart of isso-4k7m2p9x failed
                No such image.
                → What was asked for stays wished: holdfast list shows how it is now.

                """)
    }

    @Test("is told how to be taken up again by whoever interrupts it") func note() async throws {
        let stage = try Stage([
            pending, .events(end), .json(200, Samples.operation("succeeded")),
        ]).loggedIn()
        #expect(await stage.run("restart", "isso-4k7m2p9x") == 0)
        #expect(
            stage.terminal.notes
                == ["The operation goes on. To watch it: holdfast operations watch op1", nil])
    }

    @Test("can be left out") func noWait() async throws {
        let stage = try Stage([pending]).loggedIn()
        #expect(await stage.run("restart", "isso-4k7m2p9x", "--no-wait") == 0)
        #expect(stage.terminal.output.hasSuffix("To watch it: holdfast operations watch op1\n"))
    }

    @Test("has a living line on a terminal, which leaves no trace") func living() async throws {
        let stage = try Stage(
            [
                pending, .events(event(1), end),
                .json(200, Samples.operation("succeeded", steps: 1)),
            ], isTerminal: true, environment: ["NO_COLOR": "1"]
        ).loggedIn()
        #expect(await stage.run("restart", "isso-4k7m2p9x") == 0)
        #expect(
            stage.terminal.output == """
                   1.5 s  Step 1.
                  12.3 s  Done: restart of isso-4k7m2p9x.

                """)
        #expect(stage.terminal.complaints.hasSuffix("\r\u{1B}[2K"))
        #expect(stage.terminal.complaints.allSatisfy { $0 != "\n" })
    }

    @Test(
        "lives where the errors are seen, wherever the output goes",
        arguments: [
            (false, true, "xterm", true), (true, false, "xterm", false),
            (true, true, "dumb", false), (false, false, "xterm", false),
        ])
    func livingElsewhere(
        _ output: Bool, _ errors: Bool, _ term: String, _ expected: Bool
    ) async throws {
        let stage = try Stage(
            [
                pending, .events(event(1), end),
                .json(200, Samples.operation("succeeded", steps: 1)),
            ], isTerminal: output, errorsAreSeen: errors, environment: ["TERM": term]
        ).loggedIn()
        #expect(await stage.run("restart", "isso-4k7m2p9x") == 0)
        #expect(stage.terminal.complaints.contains("\u{1B}[2K") == expected)
        #expect(!stage.terminal.output.contains("\u{1B}[2K"))
    }

    @Test("answers a program with the end alone, in JSON") func json() async throws {
        let stage = try Stage([
            pending, .events(event(1), end), .json(200, Samples.operation("succeeded", steps: 1)),
        ]).loggedIn()
        #expect(await stage.run("restart", "isso-4k7m2p9x", "-o", "json") == 0)
        #expect(stage.terminal.output.hasPrefix("{\n  \"createdAt\""))
        #expect(stage.terminal.output.contains("\"state\" : \"succeeded\""))
    }
}
