import Domain
import Testing
import Wire

/// `Prefer: wait`.
@Suite(.timeLimit(.minutes(1)))
struct WaitTests {
    @Test(arguments: ["wait=20", "respond-async, wait=20", "Wait = 20; x=1"])
    func theEndIsAnsweredWhenItComes(preference: String) async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            async let answer = client.post(
                "/api/v1/subscriptions", Client.notes, ["Prefer": preference])
            let begun = await world.clock.events.first { _ in true }
            #expect(begun == .sleeps(.seconds(20)))
            let running = try await client.get("/api/v1/operations")
                .decoded(PageReply<OperationReply>.self)
            let id = try #require(running.items.first?.id)
            try await world.tell("made the volume", of: id)
            try await world.end(id, as: .failed)
            let ended = try await answer
            #expect(ended.status == 200)
            #expect(ended.headers[try #require(HTTPName("Preference-Applied"))] == "wait=20")
            let reply = try ended.decoded(OperationReply.self)
            #expect(reply.state == "failed")
            #expect(reply.steps.map(\.text) == ["made the volume"])
        }
    }

    @Test(arguments: [("wait=5", 5), ("wait=3600", 60)])
    func patienceEnds(preference: String, seconds: Int) async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            async let answer = client.with(token).post(
                "/api/v1/subscriptions", Client.notes, ["Prefer": preference])
            let begun = await world.clock.events.first { _ in true }
            #expect(begun == .sleeps(.seconds(seconds)))
            world.clock.advance(by: .seconds(seconds))
            let running = try await answer
            #expect(running.status == 202)
            let reply = try running.decoded(OperationReply.self)
            #expect(reply.state == "pending")
            #expect(running.headers[.location] == "/api/v1/operations/\(reply.id)")
        }
    }

    @Test(arguments: [
        "", "wait", "wait=", "wait=soon", "wait=0", "wait=-1", "handling=lenient", ";", ";;,;", "=",
    ])
    func whatIsNotUnderstoodIsNoPreference(preference: String) async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let answer = try await client.with(token).post(
                "/api/v1/subscriptions", Client.notes, ["Prefer": preference])
            #expect(answer.status == 202)
            #expect(answer.headers[try #require(HTTPName("Preference-Applied"))] == nil)
        }
    }

    @Test func whatHasEndedIsAnsweredAtOnce() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe(["Idempotency-Key": "k"])
            try await world.end(made.id)
            let answer = try await client.post(
                "/api/v1/subscriptions", Client.notes,
                ["Idempotency-Key": "k", "Prefer": "wait=30"])
            #expect(answer.status == 200)
        }
    }
}
