import Domain
import Testing
import Wire

struct LogTests {
    private func world() async throws -> World {
        var world = try await World()
        world.printed = [
            LogLine(stream: .output, at: "2026-01-01T00:00:00Z", text: "one"),
            LogLine(stream: .error, at: nil, text: "two/three"),
        ]
        return world
    }

    @Test func aPageOfTheLastLines() async throws {
        let world = try await world()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            let path = "/api/v1/subscriptions/\(made.instance)/logs"
            let all = try await client.get(path).decoded(PageReply<LogReply>.self)
            #expect(all.items.map(\.text) == ["one", "two/three"])
            #expect(all.items.map(\.stream) == ["stdout", "stderr"])
            let last = try await client.get("\(path)?tail=1&follow=false")
                .decoded(PageReply<LogReply>.self)
            #expect(last.items.map(\.text) == ["two/three"])
        }
    }

    @Test func followingIsOneLineEach() async throws {
        let world = try await world()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            let answer = try await client.get(
                "/api/v1/subscriptions/\(made.subscriptionId)/logs?follow=true")
            #expect(answer.headers[.contentType] == "application/x-ndjson")
            let lines = #"""
                {"at":"2026-01-01T00:00:00Z","stream":"stdout","text":"one"}
                {"stream":"stderr","text":"two/three"}

                """#
            #expect(answer.text == lines)
        }
    }

    @Test(arguments: [
        ("tail=-1", "tail"), ("tail=all", "tail"), ("follow=please", "follow"),
        ("follow=", "follow"),
    ])
    func badQuestionsAreRefused(query: String, field: String) async throws {
        let world = try await world()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            let problem = try await client.get(
                "/api/v1/subscriptions/\(made.instance)/logs?\(query)"
            ).problem
            #expect(problem.status == 422)
            #expect(problem.field == field)
        }
    }

    @Test(arguments: [
        (EngineFailure.unreachable("no socket"), 503, "/problems/unavailable"),
        (EngineFailure.failed("no such container"), 502, "/problems/engine"),
    ])
    func theEnginesFailureIsTold(
        failure: EngineFailure, status: Int, type: String
    ) async throws {
        var world = try await world()
        world.logFailure = failure
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            let path = "/api/v1/subscriptions/\(made.instance)/logs"
            for query in ["", "?follow=true"] {
                let problem = try await client.get(path + query).problem
                #expect(problem.status == status)
                #expect(problem.type == type)
            }
        }
    }
}
