import Testing

@testable import CLI

@Suite("How a command ends") struct ExitStatusTests {
    @Test(
        "is told by its status",
        arguments: [
            (.json(200, Samples.user), 0), (.json(403, Samples.problem(403, "forbidden")), 3),
            (.json(404, Samples.problem(404, "not-found")), 3),
            (.json(429, Samples.problem(429, "too-many")), 3),
            (.json(500, Samples.problem(500, "internal")), 6),
            (.json(502, "<html>Bad gateway</html>"), 6), (.json(200, "<html>Hello</html>"), 6),
            (.json(302, ""), 6),
        ] as [(StubTransport.Reply, Int32)])
    func statuses(_ reply: StubTransport.Reply, _ status: Int32) async throws {
        let stage = try Stage([reply]).loggedIn()
        #expect(await stage.run("whoami") == status)
        #expect(stage.terminal.output.isEmpty == (status != 0))
        #expect(stage.terminal.complaints.isEmpty == (status == 0))
    }

    @Test("needs a login") func login() async {
        #expect(await Stage([]).run("list") == 4)
    }

    @Test(
        "is wrong usage for the argument parser",
        arguments: [
            ["show"], ["nonsense"], ["list", "--output", "xml"], ["subscribe", "isso"],
            ["list", "--server", "paas.example"], ["list", "--server", "ftp://paas.example"],
            ["login"], ["reset", "isso-4k7m2p9x"],
        ])
    func usage(_ arguments: [String]) async throws {
        let stage = try Stage([]).loggedIn()
        let status =
            switch arguments.count {
            case 1: await stage.run(arguments[0])
            case 2: await stage.run(arguments[0], arguments[1])
            default: await stage.run(arguments[0], arguments[1], arguments[2])
            }
        #expect(status == 64)
        #expect(!stage.terminal.complaints.isEmpty)
    }

    @Test("is explained in the help") func help() async {
        let stage = Stage([])
        #expect(await stage.run("--help") == 0)
        #expect(stage.terminal.complaints.contains("5    the server cannot be reached"))
    }

    @Test("is a problem in JSON for programs") func json() async throws {
        let stage = try Stage([.json(404, Samples.problem(404, "not-found"))]).loggedIn()
        #expect(await stage.run("show", "x", "--output", "json") == 3)
        #expect(
            stage.terminal.complaints == """
                {
                  "detail" : "The reason.",
                  "status" : 404,
                  "title" : "The title",
                  "type" : "/problems/not-found"
                }

                """)
    }
}
