import Testing

@testable import CLI

@Suite("A request") struct RequestTests {
    @Test("that changes something is repeated once, under the same key") func repeats() async throws
    {
        let stage = try Stage([.broken, .json(202, Samples.operation("pending"))]).loggedIn()
        #expect(await stage.run("restart", "isso-4k7m2p9x", "--no-wait") == 0)
        #expect(
            stage.asked
                == Array(repeating: "POST /subscriptions/isso-4k7m2p9x/restart-pod", count: 2))
        #expect(stage.header("Idempotency-Key") == ["key-1", "key-1"])
        #expect(stage.transport.requests[0].body == stage.transport.requests[1].body)
    }

    @Test("is repeated once only") func once() async throws {
        let stage = try Stage([.broken, .broken]).loggedIn()
        #expect(await stage.run("stop", "isso-4k7m2p9x") == 5)
        #expect(
            stage.terminal.complaints == """
                holdfast: No answer from https://paas.example
                The connection broke.
                → Is the address right, and does “holdfast serve” run there?

                """)
    }

    @Test("names what is meant, whatever is in it") func escapes() async throws {
        let stage = try Stage([.json(404, Samples.problem(404, "not-found"))]).loggedIn()
        #expect(await stage.run("show", "../users?x=ä") == 3)
        #expect(stage.asked == ["GET /subscriptions/..%2Fusers%3Fx%3D%C3%A4"])
    }

    @Test("for a list goes on until its end") func pages() async throws {
        let stage = try Stage([
            .json(200, Samples.page(Samples.subscription(), next: "s1")),
            .json(200, Samples.page(Samples.subscription())),
        ]).loggedIn()
        #expect(await stage.run("list") == 0)
        #expect(
            stage.asked == [
                "GET /subscriptions?limit=200", "GET /subscriptions?limit=200&after=s1",
            ])
        #expect(
            stage.terminal.output == """
                NAME           SERVICE  VARIANT  STATUS   SIZE   ADDRESS
                isso-4k7m2p9x  isso     Basic    RUNNING  250Mi  http://127.0.0.1:20000
                isso-4k7m2p9x  isso     Basic    RUNNING  250Mi  http://127.0.0.1:20000

                """)
    }

    @Test("is answered to programs in the server's JSON, sorted, nothing lost") func json()
        async throws
    {
        let stage = try Stage(
            [
                .json(
                    200,
                    "{\"items\":[{\"zoo\":1.5,\"name\":\"a/b\",\"id\":\"t1\",\"scope\":\"read\",")
            ] + []
        ).loggedIn()
        #expect(await stage.run("token", "list", "-o", "json") == 6)
        let whole = try Stage([
            .json(
                200,
                Samples.page(
                    """
                    {"zoo":[1.5,null,true],"name":"a/b","id":"t1","scope":"read",\
                    "createdAt":"2026-01-31T09:30:00.000Z"}
                    """))
        ]).loggedIn()
        #expect(await whole.run("token", "list", "-o", "json") == 0)
        #expect(
            whole.terminal.output == """
                {
                  "items" : [
                    {
                      "createdAt" : "2026-01-31T09:30:00.000Z",
                      "id" : "t1",
                      "name" : "a/b",
                      "scope" : "read",
                      "zoo" : [
                        1.5,
                        null,
                        true
                      ]
                    }
                  ]
                }

                """)
    }

    @Test("for logs that go on writes each line as it comes") func logs() async throws {
        let lines = [
            "{\"stream\":\"stdout\",\"text\":\"one\\u001b[2J\"}\n{\"stream\":\"std",
            "err\",\"text\":\"two\"}\n",
        ]
        let script: [StubTransport.Reply] = [
            .stream(lines, type: "application/x-ndjson", breaks: false)
        ]
        let piped = try Stage(script).loggedIn()
        #expect(await piped.run("logs", "-f", "-n", "5", "isso-4k7m2p9x") == 0)
        #expect(piped.asked == ["GET /subscriptions/isso-4k7m2p9x/logs?tail=5&follow=true"])
        #expect(piped.transport.requests.map(\.isEndless) == [true])
        #expect(piped.terminal.output == "one\u{1B}[2J\n")
        #expect(piped.terminal.complaints == "two\n")
        let seen = try Stage(script, isTerminal: true).loggedIn()
        #expect(await seen.run("logs", "-f", "isso-4k7m2p9x") == 0)
        #expect(seen.terminal.output == "one\u{FFFD}[2J\n")
    }

    @Test("to disable an account finds it by its address") func disable() async throws {
        let stage = try Stage([
            .json(200, Samples.page(Samples.user)), .json(200, Samples.user),
        ]).loggedIn()
        #expect(await stage.run("admin", "users", "disable", "Ann@example.org") == 0)
        #expect(stage.asked == ["GET /admin/users?limit=200", "PATCH /admin/users/u1"])
        #expect(stage.transport.requests.last?.body == Array("{\"disabled\":true}".utf8))
    }

    @Test("to change an account says only what is to change") func change() async throws {
        let stage = try Stage([.json(200, Samples.user)]).loggedIn()
        #expect(await stage.run("admin", "users", "change", "u1", "--role", "admin") == 0)
        #expect(stage.asked == ["PATCH /admin/users/u1"])
        #expect(stage.transport.requests.last?.body == Array("{\"role\":\"admin\"}".utf8))
        #expect(await Stage([]).run("admin", "users", "change", "u1") == 64)
    }

    @Test("to reset a password shows the new one") func resetPassword() async throws {
        let stage = try Stage([
            .json(200, "{\"user\":\(Samples.user),\"oneTimePassword\":\"4k7m-2p9x\"}")
        ]).loggedIn()
        #expect(await stage.run("admin", "users", "reset-password", "u1") == 0)
        #expect(stage.asked == ["POST /admin/users/u1/reset-password"])
        #expect(stage.terminal.output.hasSuffix("One-time password: 4k7m-2p9x\n"))
    }
}
