import Domain
import Hummingbird
import Testing
import Wire

@testable import API

/// Every route that changes something leaves a row in the audit, whether it was carried out or
/// refused; the table is the router's own.
struct RecordedRouteTests {
    private func mutating(_ world: World) throws -> [Endpoint] {
        let routes = world.router.mounted().routes.filter { ![.get, .head].contains($0.method) }
        #expect(routes.count > 15)
        return try routes.map { route in
            try #require(
                Contract.endpoints.first {
                    $0.method == route.method && $0.path == route.path.description
                }, "\(route.method) \(route.path) has no Endpoint.")
        }
    }

    private func rows(_ world: World, of request: String) async throws -> [AuditEvent] {
        try await world.store.read { try $0.audit(before: nil, limit: 200) }
            .filter { $0.requestID == request }
    }

    /// As an admin, about something that is there and about nothing, with the contract's example.
    @Test(arguments: [true, false])
    func eachLeavesARowThatCarriesTheRequest(isThere: Bool) async throws {
        let made = try await AccessWorld()
        let endpoints = try mutating(made.world)
        try await made.world.test { client in
            var here = made
            try await here.furnish(client)
            for (number, endpoint) in endpoints.enumerated() {
                let id = "request-\(number)"
                let table = try AccessTable(endpoint)
                let answer = try await here.ask(
                    table, as: .admin, client, about: isThere ? nil : "nothing",
                    ["X-Request-Id": id])
                let rows = try await rows(here.world, of: id)
                #expect(
                    !rows.isEmpty,
                    "\(endpoint.method) \(endpoint.path): \(answer.status), and no row"
                )
                try await endAll(here.world)
            }
        }
    }

    /// So that the next is not refused because of the last.
    private func endAll(_ world: World) async throws {
        let operations = try await world.store.read {
            try $0.operations(of: nil, subscription: nil, Page(limit: 200))
        }
        for operation in operations where !operation.state.isEnded {
            try await world.end(operation.id.rawValue)
        }
    }

    @Test func aVerbThatIsCarriedOutSaysWhatChanged() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            let made = try await client.subscribe()
            try await world.end(made.id)
            let path = "/api/v1/subscriptions/\(made.instance)/stop"
            _ = try await client.post(path, nil, ["X-Request-Id": "stop"])
            let row = try #require(try await rows(world, of: "stop").first)
            #expect(row.action == "instance.stop" && row.details["wish"] == "running → stopped")
        }
    }

    @Test func aRefusalSaysWhatWasAskedAndNothingOfWhatWasSent() async throws {
        let world = try await World()
        let (ann, eve) = (
            try await world.login("ann"), try await world.login("eve", role: .admin)
        )
        try await world.test { client in
            let id = ["X-Request-Id": "asked"]
            let secret = "hft_0123456789abcdef"
            for (token, method, path, problem) in [
                (ann, HTTPRequest.Method.get, "/api/v1/admin/users?x=1", "forbidden"),
                (ann, .post, "/api/v1/subscriptions/nope/stop", "not-found"),
                (ann, .delete, "/api/v1/me/tokens/\(secret)", "not-found"),
                (eve, .post, "/api/v1/admin/users", "malformed"),
            ] {
                _ = try await client.with(token).send(
                    method, path, id, method == .post ? "{x" : nil)
                let row = try #require(try await rows(world, of: "asked").first)
                #expect(row.action == "request.refuse" && row.subject == "request")
                #expect(row.details["method"] == method.rawValue)
                let expected = path.contains("nope") ? "malformed" : problem
                #expect(row.details["problem"] == "/problems/\(expected)")
                #expect(!row.subjectID.contains("?") && !row.subjectID.contains("0123456789"))
            }
        }
    }

    @Test func looksAndStrangersLeaveNothing() async throws {
        let world = try await World()
        let token = try await world.login("ann")
        let before = try await world.store.read { try $0.audit(before: nil, limit: 200) }.count
        try await world.test { client in
            _ = try await client.with(token).get("/api/v1/subscriptions/nope")
            _ = try await client.post("/api/v1/subscriptions", Client.notes)
            _ = try await client.with("hft_nonsense").get("/api/v1/admin/users")
        }
        let after = try await world.store.read { try $0.audit(before: nil, limit: 200) }.count
        #expect(after == before)
    }

    /// It was recorded when it was carried out.
    @Test func aRepeatLeavesNoSecondRow() async throws {
        let world = try await World()
        let token = try await world.login("ann")
        try await world.test { client in
            let headers = ["Idempotency-Key": "one", "X-Request-Id": "twice"]
            for _ in 1...2 { _ = try await client.with(token).subscribe(headers) }
            #expect(try await rows(world, of: "twice").count == 1)
        }
    }
}
