import Testing

@testable import CLI

@Suite("A deletion") struct DeleteTests {
    private static let done: [StubTransport.Reply] = [
        .json(202, Samples.operation("pending", kind: "delete")),
        .events("event: end\ndata: {}\n\n"),
        .json(200, Samples.operation("succeeded", kind: "delete")),
        .json(200, Samples.subscription()),
    ]

    @Test("says what goes, and wants the name") func asks() async throws {
        let stage = try Stage(
            [.json(200, Samples.subscription())] + Self.done, canAsk: true,
            typed: ["isso-4k7m2p9x"]
        ).loggedIn()
        #expect(await stage.run("delete", "s1") == 0)
        #expect(
            stage.terminal.complaints == """
                isso-4k7m2p9x (isso Basic) is removed, and all its data is given up:

                  data: 250Mi at /data, claim hf-x-isso-4k7m2p9x-data-g1

                It is kept for the server's undo window. Until then “holdfast undo-delete \
                isso-4k7m2p9x” brings it back; then it is destroyed.

                Type isso-4k7m2p9x to go on: 
                """)
        #expect(stage.asked[1] == "POST /subscriptions/s1/delete")
        #expect(stage.transport.requests[1].body == Array("{\"confirm\":\"isso-4k7m2p9x\"}".utf8))
    }

    @Test("does nothing for anything but the name", arguments: ["yes", "", "s1"])
    func wrongName(_ typed: String) async throws {
        let stage = try Stage(
            [.json(200, Samples.subscription())], canAsk: true, typed: [typed]
        ).loggedIn()
        #expect(await stage.run("delete", "isso-4k7m2p9x") == 3)
        #expect(stage.asked == ["GET /subscriptions/isso-4k7m2p9x"])
    }

    @Test("asks the server nothing when nobody can confirm it") func piped() async throws {
        let stage = try Stage([]).loggedIn()
        #expect(await stage.run("delete", "isso-4k7m2p9x") == 64)
        #expect(stage.terminal.complaints.contains("A deletion takes all data away"))
        #expect(stage.transport.requests.isEmpty)
    }

    @Test("by an admin names the service and the confirmation") func admin() async throws {
        let stage = try Stage(Array(Self.done.prefix(3))).loggedIn()
        #expect(
            await stage.run(
                "admin", "pods", "action", "isso-4k7m2p9x", "delete", "--confirm",
                "isso-4k7m2p9x") == 0)
        #expect(stage.asked.first == "POST /admin/pods/isso-4k7m2p9x/action")
        let body = String(decoding: stage.transport.requests[0].body ?? [], as: UTF8.self)
        #expect(body.contains(#""action":"delete""#))
        #expect(body.contains(#""confirm":"isso-4k7m2p9x""#))
    }
}
