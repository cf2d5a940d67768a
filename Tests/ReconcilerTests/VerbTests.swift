import Domain
import TestSupport
import Testing

/// What each verb does to the workload and to the data.
@Suite struct VerbTests {
    @Test func createMakesEverythingAndEnds() async throws {
        let house = try await House()
        let operation = try await house.subscribe()
        await house.settle(operation.instanceID)
        let view = try await house.view(operation.instanceID)
        #expect(view.status?.phase == .running)
        #expect(view.volumes.map(\.claimStatus) == [.bound])
        #expect(view.operation == nil)
        let end = try await house.operation(operation.id)
        #expect(end.operation.state == .succeeded)
        #expect(
            end.steps.map(\.text) == [
                "create volume \(view.volumes[0].claim)",
                "create container \(view.instance.name)", "start", "done",
            ])
    }

    @Test func servicesGetTheirSecretsAndAddress() async throws {
        let (house, id) = try await House.running()
        let container = house.engine.world { $0.containers(of: id).first }
        let environment = try #require(container?.workload?.environment)
        #expect(environment["NOTES_URL"] == "http://localhost:20000")
        #expect(environment["NOTES_KEY"]?.count == 32)
        #expect(environment["NOTES_KEY"] != environment["NOTES_SALT"])
    }

    @Test func restartKeepsWorkloadAndVolume() async throws {
        let (house, id) = try await House.running()
        try await house.write("kept", id)
        let before = house.engine.world { $0.containers(of: id)[0] }
        let operation = try await house.plane.restart(house.context, house.view(id).instance.name)
        await house.settle(id)
        let after = house.engine.world { $0.containers(of: id)[0] }
        #expect(after.id == before.id)
        #expect(after.run != before.run)
        #expect(try await house.note(id) == "kept")
        #expect(try await house.operation(operation.id).operation.state == .succeeded)
        #expect(house.engine.world { $0.acts.filter { $0.title.hasPrefix("restart") } }.count == 1)
    }

    @Test func stopAndStartKeepTheVolume() async throws {
        let (house, id) = try await House.running()
        try await house.write("kept", id)
        let name = try await house.view(id).instance.name
        _ = try await house.plane.stop(house.context, name)
        await house.settle(id)
        #expect(try await house.view(id).status?.phase == .stopped)
        #expect(house.engine.world { $0.containers(of: id)[0].run } == nil)
        _ = try await house.plane.start(house.context, name)
        await house.settle(id)
        #expect(try await house.view(id).status?.phase == .running)
        #expect(try await house.note(id) == "kept")
    }

    @Test func resetTakesTheDataAndUndoGivesItBack() async throws {
        let (house, id) = try await House.running()
        try await house.write("first", id)
        let name = try await house.view(id).instance.name
        _ = try await house.plane.reset(house.context, name, confirm: name)
        await house.settle(id)
        #expect(try await house.note(id) == nil)
        try await house.write("second", id)
        _ = try await house.plane.undoReset(house.context, name)
        await house.settle(id)
        #expect(try await house.note(id) == "first")
        #expect(try await house.view(id).instance.generation == 1)
        _ = try await house.plane.undoReset(house.context, name)
        await house.settle(id)
        #expect(try await house.note(id) == "second")
        #expect(house.engine.world(\.destroyed) == [])
        #expect(house.engine.world(\.doubleWriters) == [])
    }

    @Test func resetRenewsOnlySecretsThatDoNotSurvive() async throws {
        let (house, id) = try await House.running()
        let secrets = { @Sendable (house: House) in
            house.engine.world { $0.containers(of: id).first?.workload?.environment ?? [:] }
        }
        let before = secrets(house)
        let name = try await house.view(id).instance.name
        _ = try await house.plane.reset(house.context, name, confirm: name)
        await house.settle(id)
        let after = secrets(house)
        #expect(after["NOTES_KEY"] == before["NOTES_KEY"])
        #expect(after["NOTES_SALT"] != before["NOTES_SALT"])
        _ = try await house.plane.undoReset(house.context, name)
        await house.settle(id)
        #expect(secrets(house) == before)
    }

    @Test func resetOfAStoppedServiceKeepsItStopped() async throws {
        let (house, id) = try await House.running()
        let name = try await house.view(id).instance.name
        _ = try await house.plane.stop(house.context, name)
        await house.settle(id)
        let operation = try await house.plane.reset(house.context, name, confirm: name)
        await house.settle(id)
        #expect(try await house.operation(operation.id).operation.state == .succeeded)
        #expect(try await house.view(id).status?.phase == .stopped)
        // The old volume must not be held by a container that would mount it again.
        #expect(house.engine.world { $0.containers(of: id) }.isEmpty)
    }
}
