import Domain
import Hummingbird
import Testing
import Wire

/// What HTTP itself asks of every path.
struct MethodTests {
    @Test func aWrongMethodIsToldTheRightOnes() async throws {
        let world = try await World()
        try await world.test { client in
            let answer = try await client.send(.delete, "/api/v1/subscriptions")
            let problem = try answer.problem
            #expect(problem.status == 405)
            #expect(problem.type == "/problems/method")
            #expect(answer.headers[.allow] == "GET, HEAD, POST")
            let login = try await client.get("/api/v1/auth/login")
            #expect(try login.problem.status == 405)
            #expect(login.headers[.allow] == "POST")
            for method in [HTTPRequest.Method.options, .trace, .connect] {
                #expect(try await client.send(method, "/health").problem.status == 405)
            }
        }
    }

    @Test func anUnknownPathIsAProblemToo() async throws {
        let world = try await World()
        try await world.test { client in
            for path in ["/nowhere", "/api/v2", "/api/v1/nothing", "/api/v1/subscriptions/x/y/z"] {
                let problem = try await client.get(path).problem
                #expect(problem.status == 404)
                #expect(problem.type == "/problems/not-found")
                #expect(problem.instance == path)
            }
        }
    }

    @Test func headAnswersLikeGetWithoutABody() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            for path in ["/health", "/api/v1/services", "/api/v1/services/none", "/nowhere"] {
                let get = try await client.with(token).get(path)
                let head = try await client.with(token).send(.head, path)
                #expect(head.status == get.status)
                #expect(head.body.isEmpty)
                #expect(head.headers[.contentType] == get.headers[.contentType])
            }
            #expect(try await client.send(.head, "/api/v1/services").status == 401)
            #expect(try await client.send(.head, "/api/v1/auth/login").status == 405)
        }
    }

    @Test func everyAnswerHasAnIdAndKeepsOutOfCaches() async throws {
        let world = try await World()
        try await world.test { client in
            let named = try await client.get("/health", ["X-Request-Id": "job-7.a_B"])
            #expect(named.headers[values: try name("X-Request-Id")] == ["job-7.a_B"])
            #expect(named.headers[.cacheControl] == "no-store")
            #expect(named.headers[.xContentTypeOptions] == "nosniff")
            for bad in ["a b", "a\"b", "", String(repeating: "x", count: 65)] {
                let answer = try await client.get("/nowhere", ["X-Request-Id": bad])
                let id = try #require(answer.headers[try name("X-Request-Id")])
                #expect(id != bad && !id.isEmpty)
                #expect(try answer.problem.requestId == id)
            }
        }
        let lines = world.log.lines.filter { $0.message == "answered" }
        #expect(lines.count == 5)
        #expect(lines.first?.metadata["request"] == "job-7.a_B")
        #expect(lines.first?.metadata["status"] == "200")
    }

    private func name(_ text: String) throws -> HTTPName { try #require(HTTPName(text)) }

    @Test func slashesStayReadable() async throws {
        let world = try await World()
        try await world.test { client in
            let answer = try await client.get("/api/v1")
            #expect(answer.text.contains(#""login":"/api/v1/auth/login""#))
        }
    }
}
