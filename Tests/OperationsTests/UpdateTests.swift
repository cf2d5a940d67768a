import Domain
import Operations
import TestSupport
import Testing

/// What the catalog has anew is offered, taken over when asked, and given back.
@Suite struct UpdateTests {
    private let door: Door
    private let name: String

    init() async throws {
        door = try await Door()
        name = try await door.instance()
    }

    /// Changes the one service of the catalog.
    private func offer(_ change: (inout CatalogService) -> Void) {
        var service = door.shelf.standing.catalog.services[0]
        change(&service)
        door.shelf.put(Catalog(services: [service]), at: door.clock.now())
    }

    private var view: SubscriptionView {
        get async throws { try await door.plane.subscription(door.anna.actor, name) }
    }

    private func secrets() async throws -> [String: String] {
        let instance = try await view.instance
        let secrets = try await door.store.read {
            try $0.secrets(of: instance.id, generation: instance.generation)
        }
        return Dictionary(uniqueKeysWithValues: secrets.map { ($0.name, $0.value) })
    }

    private func update() async throws {
        try await door.end(door.plane.update(door.anna, name))
    }

    private func rollback() async throws {
        try await door.end(door.plane.rollback(door.anna, name))
    }

    private func expectConflict(
        _ words: String, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: () async throws -> Void
    ) async {
        let refusal = await #expect(throws: Refusal.self, sourceLocation: sourceLocation) {
            try await body()
        }
        guard case .conflict(let why) = refusal, why.contains(words) else {
            Issue.record(
                "refused otherwise: \(String(describing: refusal))",
                sourceLocation: sourceLocation)
            return
        }
    }

    @Test func isOfferedAndNeverAppliedUnasked() async throws {
        #expect(try await view.update == nil)
        offer { $0.image = "example/notes:2" }
        let view = try await view
        #expect(view.update?.fromImage == "example/notes:1")
        #expect(view.update?.toImage == "example/notes:2")
        #expect(view.update?.changes == ["image"])
        #expect(view.update?.obstacle == nil)
        #expect(view.instance.spec.image == "example/notes:1")
        // Words for the shop window are no part of what runs.
        offer { $0.image = "example/notes:1" }
        offer { $0.summary = "Other words." }
        #expect(try await self.view.update == nil)
    }

    @Test func takesEverythingAndRemembersWhatWas() async throws {
        let before = try await view.instance.spec
        offer { service in
            service.image = "example/notes:2"
            service.command = ["serve"]
            service.environment["MORE"] = "1"
        }
        let operation = try await door.plane.update(door.anna, name)
        #expect(operation.kind == .update)
        let after = try await view
        #expect(after.instance.spec.image == "example/notes:2")
        #expect(after.instance.spec.command == ["serve"])
        #expect(after.instance.previousSpec == before)
        #expect(after.update == nil)
        let audit = try await door.store.read { try $0.audit(before: nil, limit: 1) }
        #expect(audit.first?.action == "instance.update")
        #expect(
            audit.first?.details == [
                "image": "example/notes:1 → example/notes:2",
                "changes": "image, command, environment", "operation": operation.id.rawValue,
            ])
    }

    @Test func keepsSecretsAndMakesNewOnes() async throws {
        let before = try await secrets()
        let token = SecretTemplate(name: "TOKEN", bytes: 16, survivesReset: true)
        offer { service in
            service.secrets.append(token)
            service.environment["TOKEN"] = "${secret.TOKEN}"
        }
        try await update()
        let after = try await secrets()
        #expect(after["KEY"] == before["KEY"] && after["SALT"] == before["SALT"])
        #expect(after["TOKEN"]?.count == 32)
        try await rollback()
        #expect(try await secrets() == after)
        // A reset after the rollback must not lose the key of what may be rolled back to.
        try await door.end(door.plane.reset(door.anna, name, confirm: name))
        #expect(try await secrets()["TOKEN"] == after["TOKEN"])
        try await rollback()
        #expect(try await secrets()["TOKEN"] == after["TOKEN"])
        #expect(try await secrets()["KEY"] == before["KEY"])
        let audit = try await door.store.read { try $0.audit(before: nil, limit: 200) }
        for value in after.values { #expect(!audit.contains { "\($0.details)".contains(value) }) }
    }

    @Test func givesNewVolumesOfThePresentGeneration() async throws {
        try await door.end(door.plane.reset(door.anna, name, confirm: name))
        offer(addMedia)
        try await update()
        let media = try await view.volumes.filter { $0.template.name == "media" }
        #expect(media.map(\.generation) == [2])
        #expect(media.map(\.size) == [Bytes(64 << 20)])
        #expect(media.map(\.claim.rawValue) == ["hf-test-\(name)-media-g2"])
    }

    private func addMedia(_ service: inout CatalogService) {
        service.volumes.append(VolumeTemplate(name: "media", mountPath: "/media"))
        for index in service.variants.indices {
            service.variants[index].volumeSizes["media"] = Bytes(64 << 20)
        }
    }

    /// The generation that an undo brings back never had what an update brought since.
    @Test func survivesTheUndoOfAResetBeforeIt() async throws {
        try await door.end(door.plane.reset(door.anna, name, confirm: name))
        offer(addMedia)
        offer { service in
            service.secrets.append(
                SecretTemplate(name: "TOKEN", bytes: 16, survivesReset: false))
        }
        try await update()
        try await door.end(door.plane.undoReset(door.anna, name))
        let attached = try await view.volumes.filter { $0.state == .attached }
        #expect(Set(attached.map(\.template.name)) == ["data", "media"])
        #expect(Set(attached.map(\.generation)) == [1])
        #expect(attached.first { $0.template.name == "media" }?.size == Bytes(64 << 20))
        #expect(try await secrets()["TOKEN"] != nil)
        try await door.end(door.plane.undoReset(door.anna, name))
        let back = try await view.volumes.filter { $0.state == .attached }
        #expect(Set(back.map(\.template.name)) == ["data", "media"])
        #expect(Set(back.map(\.generation)) == [2])
    }

    @Test func aRollbackKeepsTheNewVolumeAndDoesNotMountIt() async throws {
        offer(addMedia)
        try await update()
        #expect(try await desired().workload.mounts.map(\.path) == ["/data", "/media"])
        let operation = try await door.plane.rollback(door.anna, name)
        let desired = try await desired()
        #expect(desired.workload.mounts.map(\.path) == ["/data"])
        #expect(desired.claims.count == 2)
        let story = try await door.plane.operation(door.anna.actor, operation.id).steps
        #expect(story.map(\.text).contains { $0.contains("media is kept") })
        try await door.end(operation)
        let media = try await view.volumes.filter { $0.template.name == "media" }
        try await rollback()
        #expect(try await view.volumes.filter { $0.template.name == "media" } == media)
    }

    private func desired() async throws -> Desired {
        let view = try await view
        return Desired(
            instance: view.instance, volumes: view.volumes, secrets: [], tickets: [],
            address: PublicAddress(host: "localhost"))
    }

    @Test func isRefusedWhereDataWouldBeLeftBehind() async throws {
        offer { service in
            service.image = "example/notes:2"
            service.volumes[0].name = "files"
        }
        #expect(try await view.update?.obstacle?.contains("“data”") == true)
        await expectConflict("not taken away") { try await update() }
        offer { service in
            service.volumes[0].name = "data"
            service.volumes[0].mountPath = "/srv"
        }
        #expect(try await view.update?.obstacle?.contains("/srv") == true)
        await expectConflict("at /srv now") { try await update() }
        let view = try await view
        #expect(view.instance.spec.image == "example/notes:1")
        #expect(view.instance.previousSpec == nil)
        #expect(view.operation == nil)
    }

    @Test func takesANewOwnerButNoNewPlace() async throws {
        let owner = FileOwner(user: 33, group: 33)
        offer { service in
            service.volumes[0].owner = owner
            service.volumes[0].storageClass = "fast"
        }
        try await update()
        #expect(try await desired().workload.mounts.map(\.owner) == [owner])
        // A claim that exists is where it is.
        #expect(try await desired().claims.map(\.storageClass) == [nil])
        #expect(try await view.update == nil)
    }

    @Test func growsVolumesThatTheVariantHasLarger() async throws {
        offer { $0.variants[0].volumeSizes["data"] = Bytes(1 << 30) }
        #expect(try await view.update?.changes == ["volume sizes"])
        try await update()
        #expect(try await view.volumes.map(\.size) == [Bytes(1 << 30)])
        #expect(try await view.instance.previousSpec == nil)
        offer { $0.variants[0].volumeSizes["data"] = Bytes(1 << 20) }
        #expect(try await view.update == nil)
    }

    @Test func aRollbackGoesBackAndForth() async throws {
        await expectConflict("never updated") { try await rollback() }
        offer { $0.image = "example/notes:2" }
        try await update()
        let operation = try await door.plane.rollback(door.anna, name)
        #expect(operation.kind == .rollback)
        #expect(try await view.instance.spec.image == "example/notes:1")
        #expect(try await view.instance.previousSpec?.image == "example/notes:2")
        #expect(try await view.update?.toImage == "example/notes:2")
        let audit = try await door.store.read { try $0.audit(before: nil, limit: 1) }
        #expect(audit.first?.action == "instance.rollback")
        #expect(audit.first?.details["image"] == "example/notes:2 → example/notes:1")
        let story = try await door.plane.operation(door.anna.actor, operation.id).steps
        #expect(story.first?.text.contains("the data stays as it is") == true)
        try await door.end(operation)
        try await rollback()
        #expect(try await view.instance.spec.image == "example/notes:2")
    }

    @Test func aRollbackKeepsTheLimitsOfTheVariant() async throws {
        offer { $0.image = "example/notes:2" }
        try await update()
        try await door.end(door.plane.changeVariant(door.anna, name, to: "Plus"))
        try await rollback()
        #expect(try await view.instance.spec.image == "example/notes:1")
        #expect(try await view.instance.spec.limits == Fixtures.larger.limits)
    }

    @Test func isNotOfferedToEndedSubscriptions() async throws {
        offer { $0.image = "example/notes:2" }
        let subscription = try await view.subscription
        try await door.store.write { rows in
            var ended = subscription
            ended.status = .cancelled
            try rows.update(ended)
        }
        #expect(try await view.update == nil)
        await expectConflict("has ended") { try await update() }
        await expectConflict("has ended") { try await rollback() }
    }

    @Test func isRefusedWithWordsWhereThereIsNone() async throws {
        await expectConflict("example/notes:1") { try await update() }
        offer { $0.variants.removeFirst() }
        #expect(try await view.update == nil)
        await expectConflict("Change to another first") { try await update() }
        door.shelf.put(Catalog(services: []), at: door.clock.now())
        #expect(try await view.update == nil)
        await expectConflict("no longer in the catalog") { try await update() }
        await #expect(throws: Refusal.notFound(kind: "subscription", id: name)) {
            try await door.plane.update(door.ben, name)
        }
        await #expect(throws: Refusal.notFound(kind: "subscription", id: name)) {
            try await door.plane.rollback(door.ben, name)
        }
    }
}
