import Domain
import Testing
import Wire

/// What API tokens may do.
struct ScopeTests {
    private func token(
        _ scope: String, of login: String, _ client: Client
    ) async throws -> TokenReply {
        try await client.with(login)
            .post("/api/v1/me/tokens", #"{"name":"\#(scope)","scope":"\#(scope)"}"#).decoded()
    }

    @Test func eachScopeDoesWhatItSays() async throws {
        let world = try await World()
        let login = try await world.login(role: .admin)
        try await world.test { client in
            let secrets = try await ["read", "operate", "admin"].asyncMap { scope in
                try #require(try await token(scope, of: login, client).secret)
            }
            let (reads, operates, rules) = (secrets[0], secrets[1], secrets[2])
            for secret in secrets {
                #expect(secret.hasPrefix("hft_"))
                #expect(try await client.with(secret).get("/api/v1/services").status == 200)
            }
            let refused = try await client.with(reads)
                .post("/api/v1/subscriptions", Client.notes).problem
            #expect(refused.status == 403)
            #expect(refused.type == "/problems/forbidden")
            for secret in [operates, rules] {
                let answer = try await client.with(secret)
                    .post("/api/v1/subscriptions", Client.notes)
                #expect(answer.status == 202)
            }
            for (secret, status) in [(reads, 403), (operates, 403), (rules, 200)] {
                let answer = try await client.with(secret).get("/api/v1/admin/users")
                #expect(answer.status == status)
            }
        }
    }

    @Test func smallScopesCannotTouchTheAccount() async throws {
        let world = try await World()
        let login = try await world.login()
        try await world.test { client in
            let made = try await token("operate", of: login, client)
            let operates = client.with(made.secret)
            let another = try await operates.post(
                "/api/v1/me/tokens", #"{"name":"more","scope":"operate"}"#)
            #expect(try another.problem.status == 403)
            let path = "/api/v1/me/tokens/\(made.id)"
            #expect(try await operates.send(.delete, path).problem.status == 403)
            let body =
                #"{"currentPassword":"\#(World.password)","newPassword":"battery staple"}"#
            let password = try await operates.send(.put, "/api/v1/me/password", [:], body)
            #expect(try password.problem.status == 403)
        }
    }

    @Test func customersMakeNoAdminTokens() async throws {
        let world = try await World()
        let login = try await world.login()
        try await world.test { client in
            let answer = try await client.with(login)
                .post("/api/v1/me/tokens", #"{"name":"x","scope":"admin"}"#)
            #expect(try answer.problem.status == 403)
        }
    }

    @Test func tokensEndWhenRevokedOrExpired() async throws {
        let world = try await World()
        let login = try await world.login()
        try await world.test { client in
            let end = world.clock.now() + .seconds(60)
            let body = #"{"name":"a","scope":"read","expiresAt":"\#(end)"}"#
            let brief = try await client.with(login).post("/api/v1/me/tokens", body)
            #expect(brief.status == 201)
            let expiring = try brief.decoded(TokenReply.self)
            #expect(expiring.expiresAt == end.description)
            #expect(brief.headers[.location] == "/api/v1/me/tokens/\(expiring.id)")
            let revoked = try await token("read", of: login, client)

            let path = "/api/v1/me/tokens/\(revoked.id)"
            #expect(try await client.with(login).send(.delete, path).status == 204)
            #expect(try await client.with(revoked.secret).get("/api/v1/me").problem.status == 401)
            #expect(try await client.with(expiring.secret).get("/api/v1/me").status == 200)
            world.clock.advance(by: .seconds(60))
            #expect(
                try await client.with(expiring.secret).get("/api/v1/me").problem.status == 401)

            let list = try await client.with(login).get("/api/v1/me/tokens")
                .decoded(PageReply<TokenReply>.self)
            #expect(list.items.count == 2)
            #expect(list.items.allSatisfy { $0.secret == nil })
        }
    }

    @Test(arguments: [
        (#"{"name":"a","scope":"all"}"#, "scope"),
        (#"{"name":"a","scope":"read","expiresAt":"tomorrow"}"#, "expiresAt"),
        (#"{"name":"","scope":"read"}"#, "name"),
    ])
    func badTokensAreRefusedByField(body: String, field: String) async throws {
        let world = try await World()
        let login = try await world.login()
        try await world.test { client in
            let problem = try await client.with(login).post("/api/v1/me/tokens", body).problem
            #expect(problem.status == 422)
            #expect(problem.field == field)
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(
        _ transform: (Element) async throws -> Value
    ) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
