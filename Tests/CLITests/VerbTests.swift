import Testing

@testable import CLI

@Suite("A verb that keeps the data") struct VerbTests {
    private static func done(_ kind: String) -> [StubTransport.Reply] {
        [
            .json(202, Samples.operation("pending", kind: kind)),
            .events("event: end\ndata: {}\n\n"),
            .json(200, Samples.operation("succeeded", kind: kind)),
        ]
    }

    @Test(
        "is sent where it belongs",
        arguments: [
            ("restart", "restart-pod"), ("stop", "stop"), ("start", "start"),
            ("undo-reset", "undo-reset"), ("update", "update"), ("cancel", "cancel"),
            ("resubscribe", "resubscribe"), ("undo-delete", "undo-delete"),
        ])
    func paths(_ command: String, _ path: String) async throws {
        let stage = try Stage(Self.done(command)).loggedIn()
        #expect(await stage.run(command, "isso-4k7m2p9x") == 0)
        #expect(stage.asked.first == "POST /subscriptions/isso-4k7m2p9x/\(path)")
        #expect(stage.transport.requests[0].body == Array("{}".utf8))
        #expect(stage.terminal.output == "  12.3 s  Done: \(command) of isso-4k7m2p9x.\n")
        #expect(await Stage([]).run(command, "--help") == 0)
    }

    @Test("may name the variant that is wanted") func variant() async throws {
        let stage = try Stage(Self.done("change-variant")).loggedIn()
        #expect(await stage.run("change-variant", "isso-4k7m2p9x", "Plus") == 0)
        #expect(stage.asked.first == "POST /subscriptions/isso-4k7m2p9x/change-variant")
        #expect(stage.transport.requests[0].body == Array("{\"variant\":\"Plus\"}".utf8))
        #expect(await Stage([]).run("change-variant", "isso-4k7m2p9x") == 64)
    }

    @Test("says what a rollback cannot give back, before it is begun") func rollback()
        async throws
    {
        let before = Samples.subscription(extra: "\"previousImage\":\"isso:1\",")
        let stage = try Stage([.json(200, before)] + Self.done("rollback")).loggedIn()
        #expect(await stage.run("rollback", "isso-4k7m2p9x") == 0)
        #expect(
            stage.asked.prefix(2) == [
                "GET /subscriptions/isso-4k7m2p9x", "POST /subscriptions/isso-4k7m2p9x/rollback",
            ])
        #expect(
            stage.terminal.complaints == """
                isso-4k7m2p9x goes back to isso:1. Its data stays as it is: what a newer version \
                has converted, an older one may not be able to read. Then “holdfast rollback \
                isso-4k7m2p9x” goes forward again.

                """)
        let program = try Stage([
            .json(202, Samples.operation("pending", kind: "rollback"))
        ]).loggedIn()
        #expect(await program.run("rollback", "s1", "--no-wait", "-o", "json") == 0)
        #expect(program.asked == ["POST /subscriptions/s1/rollback"])
    }

    @Test("has a rollback that there is nothing for refused by the server") func nothing()
        async throws
    {
        let stage = try Stage([
            .json(200, Samples.subscription()), .json(409, Samples.problem(409, "conflict")),
        ]).loggedIn()
        #expect(await stage.run("rollback", "isso-4k7m2p9x") == 3)
        #expect(stage.terminal.complaints.hasPrefix("holdfast: The title"))
    }
}
