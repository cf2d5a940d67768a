import Domain
import Testing
import Wire

struct PageTests {
    @Test func pagesCoverEverythingOnce() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            var made: [String] = []
            for _ in 1...5 {
                world.clock.advance(by: .seconds(1))
                made.append(try await client.subscribe().subscriptionId)
            }
            var seen: [String] = []
            var after = ""
            repeat {
                let answer = try await client.get("/api/v1/subscriptions?limit=2\(after)")
                let page = try answer.decoded(PageReply<SubscriptionReply>.self)
                #expect(page.items.count <= 2)
                seen += page.items.map(\.id)
                after = page.next.map { "&after=\($0)" } ?? ""
            } while !after.isEmpty
            #expect(seen == made.reversed())
        }
    }

    @Test func operationsCanBeThoseOfOneSubscription() async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let (one, _) = (try await client.subscribe(), try await client.subscribe())
            let path = "/api/v1/operations?subscription=\(one.instance)"
            let page = try await client.get(path).decoded(PageReply<OperationReply>.self)
            #expect(page.items.map(\.id) == [one.id])
            let all = try await client.get("/api/v1/operations")
                .decoded(PageReply<OperationReply>.self)
            #expect(all.items.count == 2)
        }
    }

    @Test func theAuditTrailGoesBack() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            for _ in 1...3 { _ = try await client.subscribe(["X-Request-Id": "traced"]) }
            let first = try await client.get("/api/v1/admin/audit?limit=2")
                .decoded(PageReply<AuditReply>.self)
            #expect(first.items.map(\.action) == Array(repeating: "subscription.create", count: 2))
            #expect(first.items.allSatisfy { $0.requestId == "traced" })
            let next = try #require(first.next)
            let second = try await client.get("/api/v1/admin/audit?limit=2&before=\(next)")
                .decoded(PageReply<AuditReply>.self)
            #expect(second.items.first?.action == "subscription.create")
            let sequences = (first.items + second.items).map(\.sequence)
            #expect(sequences == sequences.sorted(by: >))
            #expect(Set(sequences).count == sequences.count)
        }
    }

    @Test(arguments: [
        "subscriptions?limit=0", "subscriptions?limit=201", "operations?limit=many",
        "admin/users?limit=-1", "admin/audit?limit=", "operations?limit=1.5",
    ])
    func badLimitsAreRefused(path: String) async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let problem = try await client.with(admin).get("/api/v1/\(path)").problem
            #expect(problem.status == 422)
            #expect(problem.field == "limit")
        }
    }

    @Test func badPlacesAreRefused() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let problem = try await client.with(admin)
                .get("/api/v1/admin/audit?before=yesterday").problem
            #expect(problem.status == 422)
            #expect(problem.field == "before")
        }
    }
}
