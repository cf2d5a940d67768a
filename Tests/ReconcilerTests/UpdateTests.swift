import Domain
import TestSupport
import Testing

/// What an update and its rollback do to the workload and to the data.
@Suite struct UpdateTests {
    private func running(
        offering image: String = "example/notes:2"
    ) async throws
        -> (House, InstanceID, name: String)
    {
        let (house, id) = try await House.running()
        try await house.write("kept", id)
        var service = Fixtures.notes
        service.image = image
        house.shelf.put(Catalog(services: [service]), at: house.clock.now())
        return (house, id, try await house.view(id).instance.name)
    }

    private func environment(_ id: InstanceID, _ house: House) -> [String: String] {
        house.engine.world { $0.containers(of: id).first?.workload?.environment ?? [:] }
    }

    private func image(_ id: InstanceID, _ house: House) -> String? {
        house.engine.world { $0.containers(of: id).first?.workload?.spec.image }
    }

    @Test func nothingHappensUnasked() async throws {
        let (house, id, _) = try await running()
        let acts = house.engine.world(\.acts)
        await house.settle(id)
        #expect(house.engine.world(\.acts) == acts)
    }

    @Test func theNewImageRunsOnTheSameVolumeAndTheOldOneComesBack() async throws {
        let (house, id, name) = try await running()
        house.engine.world { _ = $0.registry.insert("example/notes:2") }
        let before = house.engine.world { $0.containers(of: id)[0] }
        let secrets = environment(id, house)
        let update = try await house.plane.update(house.context, name)
        await house.settle(id)
        #expect(try await house.operation(update.id).operation.state == .succeeded)
        #expect(image(id, house) == "example/notes:2")
        #expect(environment(id, house) == secrets)
        #expect(house.engine.world { $0.containers(of: id).map(\.claims) } == [before.claims])
        #expect(try await house.note(id) == "kept")

        let rollback = try await house.plane.rollback(house.context, name)
        await house.settle(id)
        #expect(try await house.operation(rollback.id).operation.state == .succeeded)
        #expect(image(id, house) == "example/notes:1")
        #expect(environment(id, house) == secrets)
        #expect(try await house.note(id) == "kept")
        #expect(house.engine.world(\.doubleWriters) == [])
        #expect(try await house.events(id).map(\.kind) == [])
    }

    @Test func theImageIsFetchedBeforeAnythingStops() async throws {
        let (house, id, name) = try await running()
        house.engine.world { _ = $0.registry.insert("example/notes:2") }
        let done = house.engine.world(\.acts).count
        _ = try await house.plane.update(house.context, name)
        await house.settle(id)
        let titles = house.engine.world { $0.acts.dropFirst(done).map(\.title) }
        #expect(titles.prefix(2) == ["pull image example/notes:2", "stop (up to 10 s)"])
    }

    @Test func anImageThatCannotBeHadLeavesTheOldOneRunning() async throws {
        let (house, id, name) = try await running(offering: "example/nowhere:1")
        let before = house.engine.world { $0.containers(of: id)[0] }
        let update = try await house.plane.update(house.context, name)
        await house.settle(id)
        let end = try await house.operation(update.id).operation
        #expect(end.state == .failed)
        #expect(end.message?.contains("example/nowhere:1") == true)
        let after = house.engine.world { $0.containers(of: id)[0] }
        #expect(after.id == before.id && after.run == before.run)
        let rollback = try await house.plane.rollback(house.context, name)
        await house.settle(id)
        #expect(try await house.operation(rollback.id).operation.state == .succeeded)
        #expect(house.engine.world { $0.containers(of: id)[0].run } == before.run)
    }

    @Test func aStoppedServiceTakesItAtItsNextStart() async throws {
        let (house, id, name) = try await running()
        house.engine.world { _ = $0.registry.insert("example/notes:2") }
        _ = try await house.plane.stop(house.context, name)
        await house.settle(id)
        let update = try await house.plane.update(house.context, name)
        await house.settle(id)
        #expect(try await house.operation(update.id).operation.state == .succeeded)
        #expect(try await house.view(id).status?.phase == .stopped)
        _ = try await house.plane.start(house.context, name)
        await house.settle(id)
        #expect(image(id, house) == "example/notes:2")
        #expect(try await house.note(id) == "kept")
    }

    @Test func aNewVolumeIsMadeAndMountedBesideTheOld() async throws {
        let (house, id, name) = try await running(offering: "example/notes:1")
        var service = Fixtures.notes
        service.volumes.append(VolumeTemplate(name: "media", mountPath: "/media"))
        service.variants[0].volumeSizes["media"] = Bytes(1 << 20)
        house.shelf.put(Catalog(services: [service]), at: house.clock.now())
        _ = try await house.plane.update(house.context, name)
        await house.settle(id)
        let both = house.engine.world { $0.containers(of: id)[0].claims }
        #expect(both.count == 2)
        #expect(try await house.note(id) == "kept")
        _ = try await house.plane.rollback(house.context, name)
        await house.settle(id)
        #expect(house.engine.world { $0.containers(of: id)[0].claims } == [both[0]])
        #expect(house.engine.world { Set($0.claims.keys) } == Set(both))
        #expect(try await house.view(id).status?.phase == .running)
    }
}
