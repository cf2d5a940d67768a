import Domain
import Hummingbird
import HummingbirdTesting
import Testing
import Wire

/// What bad input gets: a clear sentence, a stable type, nothing lost.
struct RefusalTests {
    @Test(arguments: [
        (#"{"service": x}"#, "Line 1, column 13: a value is wanted."),
        ("{\n  \"service\": \"notes\",\n}", "Line 3, column 1: a text in quotes is wanted."),
        ("{\"service\": \"a\nb\"}", "Line 1, column 15: a closing quote is wanted."),
        (#"{"service": 01}"#, "Line 1, column 13: a value is wanted."),
        (#"{"service": [1, 2"#, "Line 1, column 18: “]” or “,” is wanted."),
        (#"{"service": "notes"} {}"#, "Line 1, column 22: the end is wanted."),
        (String(repeating: "[", count: 5000), "Line 1, column 513: less nesting is wanted."),
        ("", "The body is empty; a JSON object is wanted."),
        (#"{"service": "a\u0000b"}"#, "Line 1, column 15: any character but NUL is wanted."),
        (#"{"service": "\ud800", "variant": "Basic"}"#, "not valid Unicode"),
        ("[]", "must be a JSON object"),
        ("null", "must be a JSON object"),
    ])
    func tellsWhereJSONIsBroken(body: String, words: String) async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let problem = try await client.with(token).post("/api/v1/subscriptions", body).problem
            #expect(problem.status == 400)
            #expect(problem.type == "/problems/malformed")
            #expect(problem.detail?.contains(words) == true, "\(problem)")
        }
    }

    @Test(arguments: [
        (#"{"service":"notes"}"#, "variant", "is missing"),
        (#"{"service":"notes","variant":null}"#, "variant", "must not be null"),
        (#"{"service":"notes","variant":7}"#, "variant", "must be a text"),
        (#"{"service":"notes","variant":"Basic","size":"1Gi"}"#, "size", "not known"),
        (#"{"service":"blog","variant":"Basic"}"#, "service", "blog"),
        (#"{"service":"notes","variant":"Huge"}"#, "variant", "Huge"),
    ])
    func namesTheField(body: String, field: String, words: String) async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let problem = try await client.with(token).post("/api/v1/subscriptions", body).problem
            #expect(problem.status == 422)
            #expect(problem.type == "/problems/invalid")
            #expect(problem.field == field)
            #expect(problem.detail?.contains(words) == true, "\(problem)")
        }
    }

    @Test func refusesWhatIsNoText() async throws {
        let world = try await World()
        try await world.test { client in
            let body = ByteBuffer(bytes: Array(#"{"email":""#.utf8) + [0xFF] + Array(#""}"#.utf8))
            let answer = try await client.transport.executeRequest(
                uri: "/api/v1/auth/login", method: .post, headers: [:], body: body)
            let problem = try Answer(answer).problem
            #expect(problem.status == 400)
            #expect(problem.detail == "The body is not valid UTF-8.")
        }
    }

    @Test(arguments: [
        "subscriptions?after=%00", "operations?subscription=a%00b", "operations?limit=%00",
    ])
    func noQuestionHoldsANul(path: String) async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let problem = try await client.with(token).get("/api/v1/\(path)").problem
            #expect(problem.status == 422)
            #expect(problem.type == "/problems/invalid")
        }
    }

    @Test func refusesFieldsOfVerbsThatTakeNone() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            let path = "/api/v1/subscriptions/\(made.subscriptionId)/stop"
            let problem = try await client.post(path, #"{"now":true}"#).problem
            #expect(problem.field == "now")
            try await world.end(made.id)
            #expect(try await client.post(path, "{}").status == 202)
        }
    }

    @Test func refusesTooLargeABody() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let filling = String(repeating: " ", count: 64 * 1024)
            let client = client.with(token)
            let problem = try await client.post("/api/v1/subscriptions", filling + "{}").problem
            #expect(problem.status == 413)
            #expect(problem.type == "/problems/too-large")
            let fitting = filling.dropLast(Client.notes.utf8.count) + Client.notes
            let answer = try await client.post("/api/v1/subscriptions", String(fitting))
            #expect(answer.status == 202)
        }
    }

    @Test func aResetNeedsTheNameTyped() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            try await world.end(made.id)
            let path = "/api/v1/subscriptions/\(made.subscriptionId)/reset-pod"
            for body in [nil, "{}", #"{"confirm":null}"#, #"{"confirm":"yes"}"#] {
                let problem = try await client.post(path, body).problem
                #expect(problem.status == 422)
                #expect(problem.type == "/problems/confirmation")
                #expect(problem.expected == made.instance)
                #expect(problem.detail?.contains(made.instance) == true)
            }
            let answer = try await client.post(path, #"{"confirm":"\#(made.instance)"}"#)
            #expect(answer.status == 202)
            #expect(try answer.decoded(OperationReply.self).kind == "reset")
        }
    }

    @Test func aSecondOperationIsToldOfTheFirst() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            let path = "/api/v1/subscriptions/\(made.subscriptionId)/restart-pod"
            let problem = try await client.post(path).problem
            #expect(problem.status == 409)
            #expect(problem.type == "/problems/busy")
            #expect(problem.operationId == made.id)
            #expect(problem.operationKind == "create")
        }
    }

    @Test func whatCannotBeNowIsAConflict() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            try await world.end(made.id)
            let path = "/api/v1/subscriptions/\(made.instance)/undo-reset"
            let problem = try await client.post(path).problem
            #expect(problem.status == 409)
            #expect(problem.type == "/problems/conflict")
        }
    }

    @Test func whatIsNotTheirsDoesNotExistForCustomers() async throws {
        let world = try await World()
        let (ann, bob) = (try await world.login("ann"), try await world.login("bob"))
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let made = try await client.with(ann).subscribe()
            for id in [made.subscriptionId, made.instance] {
                for path in ["", "/instance", "/events", "/logs"] {
                    let whole = "/api/v1/subscriptions/\(id)\(path)"
                    #expect(try await client.with(bob).get(whole).problem.status == 404)
                    #expect(try await client.with(admin).get(whole).status == 200)
                }
                for verb in ["restart-pod", "reset-pod", "undo-reset", "stop", "start"] {
                    let whole = "/api/v1/subscriptions/\(id)/\(verb)"
                    #expect(try await client.with(bob).post(whole).problem.status == 404)
                }
            }
            for path in ["", "/events"] {
                let whole = "/api/v1/operations/\(made.id)\(path)"
                #expect(try await client.with(bob).get(whole).problem.status == 404)
            }
            let list = try await client.with(bob).get("/api/v1/operations")
            #expect(try list.decoded(PageReply<OperationReply>.self).items.isEmpty)
        }
    }

    @Test func wishesAreAcceptedWhileTheEngineIsDown() async throws {
        let world = try await World()
        let token = try await world.login()
        let since = world.clock.now()
        try await world.store.write { rows in
            try rows.save(
                EngineHealth(state: .unreachable, since: since, detail: "no such socket"))
        }
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            #expect(made.state == "pending")
            let path = "/api/v1/subscriptions/\(made.subscriptionId)"
            let reply = try await client.get(path).decoded(SubscriptionReply.self)
            #expect(reply.instance.engine?.state == "unreachable")
            #expect(reply.instance.engine?.since == since.description)
            #expect(reply.instance.engine?.detail == "no such socket")
        }
    }

    private struct Unforeseen: Error { let text = "secret path" }

    @Test(arguments: [
        (Unforeseen() as any Error, 500, "/problems/internal"),
        (StoreFailure.full("no space left"), 503, "/problems/unavailable"),
        (StoreFailure.busy("locked"), 503, "/problems/unavailable"),
        (StoreFailure.failed("secret table"), 500, "/problems/internal"),
    ])
    func aFailingStoreIsNotTheClientsFault(
        failure: any Error, status: Int, type: String
    ) async throws {
        let world = try await World { FailingStore(base: $0, failure: failure) }
        let user = User(
            id: UserID("u1"), email: "ann@example.org", name: "Ann", role: .customer,
            passwordHash: "", mustChangePassword: false, createdAt: world.clock.now())
        try await world.store.write { try $0.insert(user) }
        let token = try await world.tokens.token(for: user)
        try await world.test { client in
            let answer = try await client.with(token).post("/api/v1/subscriptions", Client.notes)
            let problem = try answer.problem
            #expect(problem.status == status)
            #expect(problem.type == type)
            #expect((answer.headers[.retryAfter] != nil) == (status == 503))
            #expect(!answer.text.contains("secret"))
            let failures = world.log.lines.filter { $0.level == .error }
            #expect(failures.count == 1)
            #expect(failures.first?.metadata["request"] == "\(problem.requestId ?? "")")
        }
        let count = try await world.store.read { try $0.subscriptions(of: nil, Page()).count }
        #expect(count == 0)
    }
}
