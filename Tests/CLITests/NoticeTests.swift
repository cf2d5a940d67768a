import Testing

@testable import CLI

@Suite("Notices") struct NoticeTests {
    private static let dead = """
        {"id":"n1","kind":"purge-in-7-days","channel":"mail","recipient":"ann@example.org",\
        "values":{},"state":"dead","attempts":2,"createdAt":"2026-01-31T09:30:00.000Z",\
        "endedAt":"2026-01-31T09:31:00.000Z","trouble":"550 no such user"}
        """
    private static let pending = """
        {"id":"n2","kind":"alert","channel":"webhook","values":{},"state":"pending",\
        "attempts":1,"createdAt":"2026-01-31T09:30:00.000Z",\
        "nextTryAt":"2026-01-31T09:32:00.000Z","trouble":"503"}
        """

    @Test("are listed, newest first, with what is amiss") func list() async throws {
        let stage = try Stage([
            .json(200, "{\"items\":[\(Self.pending),\(Self.dead)]}")
        ]).loggedIn()
        #expect(await stage.run("admin", "notices") == 0)
        #expect(stage.asked == ["GET /admin/notices?limit=50"])
        #expect(
            stage.terminal.output == """
                ID  WRITTEN AT            KIND             TO               \
                STATE                               TRIES  WHY NOT YET
                n2  2026-01-31 09:30:00Z  alert            webhook          \
                pending, next 2026-01-31 09:32:00Z  1      503
                n1  2026-01-31 09:30:00Z  purge-in-7-days  ann@example.org  \
                dead                                2      550 no such user

                """)
    }

    @Test("are listed by their state") func state() async throws {
        let stage = try Stage([.json(200, "{\"items\":[]}")]).loggedIn()
        #expect(await stage.run("admin", "notices", "list", "--state", "dead") == 0)
        #expect(stage.asked == ["GET /admin/notices?limit=50&state=dead"])
        #expect(stage.terminal.output == "No notices.\n")
    }

    @Test("are sent again, and tried out") func act() async throws {
        let again = try Stage([.json(202, Self.pending)]).loggedIn()
        #expect(await again.run("admin", "notices", "retry", "n/1") == 0)
        #expect(again.asked == ["POST /admin/notices/n%2F1/retry"])
        let test = try Stage([.json(202, Self.pending)]).loggedIn()
        #expect(await test.run("admin", "notices", "test") == 0)
        #expect(test.asked == ["POST /admin/notices/test"])
        #expect(test.transport.requests[0].body == Array("{}".utf8))
        #expect(test.terminal.output.hasSuffix("What becomes of it: holdfast admin notices\n"))
    }
}
