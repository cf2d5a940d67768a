import Testing

@testable import CLI

@Suite("A reset") struct ResetTests {
    private static let undo = """
        "undo":{"generation":1,"until":"2026-02-03T09:30:00.000Z"},
        """
    private static let done: [StubTransport.Reply] = [
        .json(202, Samples.operation("pending", kind: "reset")),
        .events("event: end\ndata: {}\n\n"),
        .json(200, Samples.operation("succeeded", kind: "reset")),
        .json(200, Samples.subscription(extra: undo)),
    ]

    @Test("says what it takes, and wants the name") func asks() async throws {
        let stage = try Stage(
            [.json(200, Samples.subscription())] + Self.done, canAsk: true,
            typed: ["isso-4k7m2p9x"]
        ).loggedIn()
        #expect(await stage.run("reset", "s1") == 0)
        #expect(
            stage.terminal.complaints == """
                isso-4k7m2p9x (isso Basic) stops, and starts again with empty data.

                Set aside:
                  data: 250Mi at /data, claim hf-x-isso-4k7m2p9x-data-g1

                It is kept for the server's undo window, whose end is shown once the reset has
                begun. Until then “holdfast undo-reset isso-4k7m2p9x” brings it back; then it is \
                destroyed.

                Type isso-4k7m2p9x to go on: 
                """)
        #expect(
            stage.terminal.output == """
                  12.3 s  Done: reset of isso-4k7m2p9x.
                The data of generation 1 is kept until 2026-02-03 09:30:00Z. To have it back: \
                holdfast undo-reset isso-4k7m2p9x

                """)
        #expect(stage.transport.requests[1].body == Array("{\"confirm\":\"isso-4k7m2p9x\"}".utf8))
    }

    @Test("does nothing for anything but the name", arguments: ["yes", "", "isso-4k7m2p9", "s1"])
    func wrongName(_ typed: String) async throws {
        let stage = try Stage(
            [.json(200, Samples.subscription())], canAsk: true, typed: [typed]
        ).loggedIn()
        #expect(await stage.run("reset", "isso-4k7m2p9x") == 3)
        #expect(stage.asked == ["GET /subscriptions/isso-4k7m2p9x"])
    }

    @Test("is confirmed by a program with an option, which the server checks") func option()
        async throws
    {
        let stage = try Stage(Self.done).loggedIn()
        #expect(await stage.run("reset", "s1", "--confirm", "isso-4k7m2p9x") == 0)
        let wrong = try Stage([
            .json(422, Samples.problem(422, "confirmation", ",\"expected\":\"isso-4k7m2p9x\""))
        ]).loggedIn()
        #expect(await wrong.run("reset", "s1", "--confirm", "s1") == 3)
        #expect(
            wrong.terminal.complaints.hasSuffix("→ Confirm by its name: --confirm isso-4k7m2p9x\n"))
    }

    @Test("asks the server nothing when nobody can confirm it") func piped() async throws {
        let stage = try Stage([]).loggedIn()
        #expect(await stage.run("reset", "isso-4k7m2p9x") == 64)
        #expect(stage.transport.requests.isEmpty)
    }
}
