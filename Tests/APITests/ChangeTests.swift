import Domain
import Testing
import Wire

/// Change of variant, update, rollback, and the catalog that they go by.
struct ChangeTests {
    private func with(
        _ body: @Sendable (World, Client, OperationReply) async throws -> Void
    ) async throws {
        let world = try await World()
        let token = try await world.login()
        try await world.test { client in
            let client = client.with(token)
            let made = try await client.subscribe()
            try await world.end(made.id)
            try await body(world, client, made)
        }
    }

    private func offer(
        _ world: World, _ change: (inout Domain.CatalogService) -> Void
    ) {
        var service = world.shelf.standing.catalog.services[0]
        change(&service)
        world.shelf.put(Catalog(services: [service]), at: world.clock.now())
    }

    @Test func aVariantIsChangedLikeByEveryVerb() async throws {
        try await with { world, client, made in
            let path = "/api/v1/subscriptions/\(made.instance)"
            let body = #"{"variant":"Plus"}"#
            let answer = try await client.post(
                "\(path)/change-variant", body, ["Idempotency-Key": "k"])
            #expect(answer.status == 202)
            let operation = try answer.decoded(OperationReply.self)
            #expect(operation.kind == "change-variant")
            #expect(answer.headers[.location] == "/api/v1/operations/\(operation.id)")
            let again = try await client.post(
                "\(path)/change-variant", body, ["Idempotency-Key": "k"])
            #expect(try again.decoded(OperationReply.self).id == operation.id)
            let busy = try await client.post("\(path)/change-variant", body).problem
            #expect(busy.type == "/problems/busy")
            try await world.end(operation.id)
            let reply = try await client.get(path).decoded(SubscriptionReply.self)
            #expect(reply.variant == "Plus")
            #expect(reply.instance.volumeSize == "1Gi")
            let same = try await client.post("\(path)/change-variant", body).problem
            #expect(same.status == 409)
            #expect(same.type == "/problems/conflict")
        }
    }

    @Test(arguments: [
        (nil, 400, "malformed"), ("{}", 422, "invalid"),
        (#"{"variant":"Huge"}"#, 422, "invalid"), (#"{"variant":7}"#, 422, "invalid"),
        (#"{"variant":"Plus","size":"1Gi"}"#, 422, "invalid"),
    ])
    func aVariantMustBeOneThereIs(body: String?, status: Int, type: String) async throws {
        try await with { _, client, made in
            let path = "/api/v1/subscriptions/\(made.instance)/change-variant"
            let problem = try await client.post(path, body).problem
            #expect(problem.status == status)
            #expect(problem.type == "/problems/\(type)")
        }
    }

    @Test func anUpdateIsShownTakenAndTakenBack() async throws {
        try await with { world, client, made in
            let path = "/api/v1/subscriptions/\(made.instance)"
            #expect(try await client.post("\(path)/update").problem.status == 409)
            #expect(try await client.post("\(path)/rollback").problem.status == 409)
            offer(world) { $0.image = "example/notes:2" }
            let offered = try await client.get(path).decoded(SubscriptionReply.self)
            #expect(
                offered.updateAvailable
                    == UpdateReply(
                        fromImage: "example/notes:1", toImage: "example/notes:2",
                        changes: ["image"]))
            #expect(offered.previousImage == nil)
            #expect(offered.instance.image == "example/notes:1")
            let update = try await client.post("\(path)/update").decoded(OperationReply.self)
            #expect(update.kind == "update")
            try await world.end(update.id)
            let updated = try await client.get(path).decoded(SubscriptionReply.self)
            #expect(updated.updateAvailable == nil)
            #expect(updated.previousImage == "example/notes:1")
            #expect(updated.instance.image == "example/notes:2")
            let back = try await client.post("\(path)/rollback").decoded(OperationReply.self)
            #expect(back.kind == "rollback")
            #expect(back.steps.first?.text.contains("the data stays as it is") == true)
            try await world.end(back.id)
            let list = try await client.get("/api/v1/subscriptions")
                .decoded(PageReply<SubscriptionReply>.self)
            #expect(list.items.first?.updateAvailable?.toImage == "example/notes:2")
        }
    }

    @Test func anObstacleIsToldBeforehandAndThen() async throws {
        try await with { world, client, made in
            let path = "/api/v1/subscriptions/\(made.instance)"
            offer(world) { $0.volumes[0].mountPath = "/elsewhere" }
            let reply = try await client.get(path).decoded(SubscriptionReply.self)
            let obstacle = try #require(reply.updateAvailable?.obstacle)
            let problem = try await client.post("\(path)/update").problem
            #expect(problem.status == 409)
            #expect(problem.detail == obstacle)
        }
    }

    @Test func adminsSeeWhichCatalogIsInForce() async throws {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let client = client.with(admin)
            let loaded = "2026-01-01T00:00:00.000Z"
            let first = CatalogReply(
                folder: "/etc/catalog", loadedAt: loaded, services: ["notes"])
            try await expectCatalog(first, client)
            world.clock.advance(by: .seconds(1))
            world.shelf.refuse("notes.yaml:1:1: is empty", at: world.clock.now())
            var refused = first
            refused.refusedAt = "2026-01-01T00:00:01.000Z"
            refused.refusal = "notes.yaml:1:1: is empty"
            try await expectCatalog(refused, client)
            world.shelf.put(Catalog(services: []), at: world.clock.now())
            let empty = CatalogReply(
                folder: "/etc/catalog", loadedAt: "2026-01-01T00:00:01.000Z", services: [])
            try await expectCatalog(empty, client)
        }
    }

    @Test func aReloadTakesWhatIsThereAndIsWrittenDown() async throws {
        let world = try await World(offers: { Catalog(services: []) })
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let reply = try await client.with(admin).post("/api/v1/admin/catalog/reload")
                .decoded(CatalogReply.self)
            #expect(reply.services == [] && reply.refusal == nil)
        }
        #expect(world.shelf.standing.catalog.services.isEmpty)
        let row = try await world.store.read { try $0.audit(before: nil, limit: 1) }.first
        #expect(row?.action == "catalog.reload" && row?.details == ["services": ""])
    }

    @Test func aReloadOfMistakesChangesNothingButSaysThem() async throws {
        struct Mistakes: Error, CustomStringConvertible {
            var description: String { "a.yaml:1:1: is empty\nb.yaml:1:1: is empty" }
        }
        let world = try await World(offers: { throw Mistakes() })
        let admin = try await world.login("eve", role: .admin)
        try await world.test { client in
            let reply = try await client.with(admin).post("/api/v1/admin/catalog/reload")
                .decoded(CatalogReply.self)
            #expect(reply.refusal == "\(Mistakes())" && reply.services == ["notes"])
        }
        let row = try await world.store.read { try $0.audit(before: nil, limit: 1) }.first
        #expect(row?.details == ["mistakes": "2"])
    }

    private func expectCatalog(_ reply: CatalogReply, _ client: Client) async throws {
        let answer = try await client.get("/api/v1/admin/catalog")
        #expect(try answer.decoded(CatalogReply.self) == reply)
    }
}
