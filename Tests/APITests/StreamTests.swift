import Domain
import Hummingbird
import Testing
import Wire

/// The story of an operation, as a client reads it once it is told.
@Suite(.timeLimit(.minutes(1)))
struct StreamTests {
    private func events(
        of id: String, _ client: Client, after last: String? = nil
    ) async throws -> [String] {
        let headers = last.map { ["Last-Event-ID": $0] } ?? [:]
        let answer = try await client.get("/api/v1/operations/\(id)/events", headers)
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "text/event-stream")
        return answer.text.split(separator: "\n\n").map(String.init)
    }

    @Test func anEndedOperationIsToldWhole() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            try await world.tell("made the volume", of: made.id)
            try await world.tell("started example/notes:1", of: made.id)
            try await world.end(made.id)
            let told = try await events(of: made.id, client)
            #expect(told.count == 3)
            #expect(told[0].hasPrefix("id: 1\nevent: step\ndata: {"))
            #expect(told[0].contains(#""text":"made the volume""#))
            #expect(told[1].contains(#""text":"started example/notes:1""#))
            #expect(told[2].hasPrefix("event: end\ndata: {"))
            #expect(told[2].contains(#""state":"succeeded""#))
        }
    }

    @Test func aStreamGoesOnAfterTheLastEvent() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            for text in ["one", "two", "three"] { try await world.tell(text, of: made.id) }
            try await world.end(made.id, as: .failed)
            let rest = try await events(of: made.id, client, after: "2")
            #expect(rest.count == 2)
            #expect(rest[0].hasPrefix("id: 3\n"))
            #expect(try await events(of: made.id, client, after: "3").count == 1)
            #expect(try await events(of: made.id, client, after: "nonsense").count == 4)
        }
    }

    @Test func aRunningOperationIsToldAsItGoes() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            async let told = events(of: made.id, client)
            _ = await world.clock.events.first { _ in true }
            try await world.tell("one", of: made.id)
            try await world.end(made.id)
            let last = try #require(try await told.last)
            #expect(last.hasPrefix("event: end\n"))
            #expect(try await told.contains { $0.hasPrefix("id: 1\n") })
        }
    }

    @Test func headBeginsNoStream() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            let answer = try await client.send(.head, "/api/v1/operations/\(made.id)/events")
            #expect(answer.status == 200)
            #expect(answer.body.isEmpty)
        }
    }
}
