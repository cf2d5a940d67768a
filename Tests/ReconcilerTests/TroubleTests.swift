import Domain
import TestSupport
import Testing

/// Failures of the engine, crashes between a step and its record, and lost answers.
@Suite struct TroubleTests {
    @Test func aMissingImageIsToldRetriedAndSurvived() async throws {
        let house = try await House()
        house.engine.world { world in
            world.images = []
            world.failures = Array(repeating: .failed("no such image: example/notes:1"), count: 3)
        }
        let operation = try await house.subscribe()
        let id = operation.instanceID
        // Each time, and not only when it is new.
        for _ in 1...2 {
            let pause = try #require(await house.worker.lookAfter(id))
            #expect(pause > .zero)
            let message = try await house.operation(operation.id).operation.message
            #expect(message?.contains("no such image: example/notes:1") == true)
        }
        await house.settle(id)
        #expect(try await house.operation(operation.id).operation.state == .succeeded)
        #expect(try await house.view(id).status?.phase == .running)
    }

    @Test func anOperationThatCannotEndFailsInTheEnd() async throws {
        let house = try await House()
        house.engine.world { world in
            world.images = []
            world.failures = Array(repeating: .failed("no such image"), count: 1000)
        }
        let operation = try await house.subscribe()
        await house.settle(operation.instanceID)
        let end = try await house.operation(operation.id).operation
        #expect(end.state == .failed)
        #expect(end.message?.contains("no such image") == true)
        // The wish stays: once the image can be had, the service runs.
        house.engine.world { $0.failures = [] }
        await house.settle(operation.instanceID)
        #expect(try await house.view(operation.instanceID).status?.phase == .running)
    }

    @Test func whatIsImpossibleFailsAtOnce() async throws {
        let house = try await House()
        house.engine.world { $0.failures = [.impossible("invalid user")] }
        let operation = try await house.subscribe()
        _ = await house.worker.lookAfter(operation.instanceID)
        let end = try await house.operation(operation.id).operation
        #expect(end.state == .failed)
        #expect(end.message == "invalid user")
        #expect(try await house.view(operation.instanceID).status?.phase == .blocked)
    }

    @Test func anEngineThatDoesNotDoAsAskedIsNotAskedWithoutEnd() async throws {
        let house = try await House()
        house.engine.world { $0.stubbornDrift = ["its user differs"] }
        let operation = try await house.subscribe()
        let pause = await house.worker.lookAfter(operation.instanceID)
        #expect(pause != nil)
        let made = house.engine.world(\.acts).filter { $0.title.hasPrefix("create container") }
        #expect(made.count == 1)
        #expect(try await house.operation(operation.id).operation.message == "its user differs")
    }

    @Test func aNewServiceMovesAwayFromATakenPort() async throws {
        let house = try await House()
        house.engine.world { $0.takenPorts = [20000, 20001] }
        let operation = try await house.subscribe()
        await house.settle(operation.instanceID)
        let view = try await house.view(operation.instanceID)
        #expect(view.status?.phase == .running)
        #expect(view.instance.hostPort == 20002)
    }

    /// What was made for the port that is taken goes, and that is no sign of acts in vain.
    @Test func movingAwayFromAPortTakesOneGo() async throws {
        let house = try await House()
        house.engine.world { $0.takenPorts = [20000] }
        let id = try await house.subscribe().instanceID
        _ = await house.worker.lookAfter(id)
        #expect(house.engine.world { $0.containers(of: id).first?.run } != nil)
    }

    @Test func aKnownServiceKeepsItsPort() async throws {
        let (house, id) = try await House.running()
        house.meddle(id) { $0.run = nil }
        house.engine.world { $0.takenPorts = [20000] }
        await house.settle(id, looks: 5)
        let view = try await house.view(id)
        #expect(view.instance.hostPort == 20000)
        #expect(view.status?.message?.contains("20000") == true)
        house.engine.world { $0.takenPorts = [] }
        await house.settle(id)
        #expect(try await house.view(id).status?.phase == .running)
    }

    /// Each act of each verb, once not taken, once taken with the answer lost.
    @Test(
        arguments: ["restart", "stop", "start", "reset", "undo"], [false, true])
    func everyVerbSurvivesTroubleAtEveryAct(verb: String, isTaken: Bool) async throws {
        for place in 0..<6 {
            let (house, id) = try await House.running()
            try await house.write("kept", id)
            try await prepare(verb, house, id)
            let operation = try await order(verb, house, id)
            await trouble(at: place, isTaken, house, id)
            await house.settle(id)
            #expect(try await house.operation(operation.id).operation.state == .succeeded)
            #expect(house.engine.world(\.doubleWriters) == [])
            #expect(house.engine.world(\.destroyed) == [])
            let note = try await house.note(id)
            #expect(note == (verb == "reset" ? nil : "kept"), "\(verb) at \(place)")
            #expect(house.engine.world { $0.containers(of: id) }.count == 1)
        }
    }

    /// Lets `place` acts pass, then one go wrong.
    private func trouble(
        at place: Int, _ isTaken: Bool, _ house: House, _ id: InstanceID
    ) async {
        let before = house.engine.world(\.acts.count)
        house.engine.world { world in
            world.troubleAfter = before + place
            world.troubleIsTaken = isTaken
        }
        _ = await house.worker.lookAfter(id)
        house.engine.world { $0.troubleAfter = nil }
    }

    private func prepare(_ verb: String, _ house: House, _ id: InstanceID) async throws {
        let name = try await house.view(id).instance.name
        switch verb {
        case "start": _ = try await house.plane.stop(house.context, name)
        case "undo": _ = try await house.plane.reset(house.context, name, confirm: name)
        default: return
        }
        await house.settle(id)
    }

    private func order(
        _ verb: String, _ house: House, _ id: InstanceID
    ) async throws -> Operation {
        let name = try await house.view(id).instance.name
        return switch verb {
        case "restart": try await house.plane.restart(house.context, name)
        case "stop": try await house.plane.stop(house.context, name)
        case "start": try await house.plane.start(house.context, name)
        case "reset": try await house.plane.reset(house.context, name, confirm: name)
        default: try await house.plane.undoReset(house.context, name)
        }
    }

    @Test func anOperationIsNotEndedByALookThatBeganBeforeIt() async throws {
        let (house, id) = try await House.running()
        let name = try await house.view(id).instance.name
        let stop = try await house.plane.stop(house.context, name)
        house.engine.world { $0.isDown = true }
        _ = await house.worker.lookAfter(id)
        let waiting = try await house.operation(stop.id).operation
        #expect(waiting.state == .running)
        #expect(waiting.message?.contains("does not answer") == true)
        house.engine.world { $0.isDown = false }
        await house.settle(id)
        #expect(try await house.operation(stop.id).operation.state == .succeeded)
    }
}
