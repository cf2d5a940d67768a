import Domain
import Operations
import TestSupport
import Testing

/// The one way in which data goes, and all the ways in which it does not.
@Suite struct DestructionTests {
    @Test func nothingGoesBeforeTheWindowIsOver() async throws {
        let (house, id) = try await Self.reset()
        house.clock.advance(by: .seconds(72 * 3600 - 60))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed) == [])
        house.clock.advance(by: .seconds(61))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed).count == 1)
        let view = try await house.view(id)
        #expect(view.volumes.map(\.state) == [.destroyed, .attached])
        #expect(view.tickets.map(\.state) == [.spent])
        let actions = try await house.store.read { try $0.audit(before: nil, limit: 100) }
            .map(\.action)
        #expect(actions.contains("volume.destroy-begun"))
        #expect(actions.contains("volume.destroyed"))
    }

    /// Nobody has watched that time go by: whoever says that the clock is right destroys nothing.
    @Test func aClockThatIsSaidToBeRightEndsNoWindow() async throws {
        let (house, id) = try await Self.reset()
        _ = try await house.plane.sweep()
        house.clock.advance(by: .days(40))
        _ = try await house.plane.sweep()
        _ = try await house.plane.acceptClock(
            House.admin, confirming: house.clock.now().minute)
        await house.settle(id)
        #expect(house.engine.world(\.destroyed) == [])
        #expect(
            try await house.view(id).tickets.map(\.notBefore)
                == [house.clock.now() + .days(3)])
        try await house.pass(.days(3))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed).count == 1)
    }

    @Test func undoVoidsTheTicket() async throws {
        let (house, id) = try await Self.reset()
        let name = try await house.view(id).instance.name
        _ = try await house.plane.undoReset(house.context, name)
        house.clock.advance(by: .seconds(72 * 3600 - 60))
        await house.settle(id)
        #expect(try await house.note(id) == "precious")
        house.clock.advance(by: .seconds(3600))
        await house.settle(id)
        #expect(try await house.note(id) == "precious")
        let destroyed = house.engine.world(\.destroyed)
        #expect(destroyed.map(\.rawValue).allSatisfy { $0.hasSuffix("-g2") })
    }

    @Test func undoIsTooLateOnceTheLastStepHasBegun() async throws {
        let (house, id) = try await Self.reset()
        let view = try await house.view(id)
        house.clock.advance(by: .seconds(72 * 3600))
        _ = try await house.store.redeem(view.tickets[0].id)
        await #expect(throws: Refusal.self) {
            try await house.plane.undoReset(house.context, view.instance.name)
        }
        #expect(try await house.view(id).tickets[0].state == .begun)
        #expect(try await house.view(id).instance.generation == 2)
    }

    @Test func aCrashAfterTheBeginningIsMadeGood() async throws {
        let (house, id) = try await Self.reset()
        let ticket = try await house.view(id).tickets[0].id
        house.clock.advance(by: .seconds(72 * 3600))
        _ = try await house.store.redeem(ticket)
        await house.settle(id)
        #expect(house.engine.world(\.destroyed).count == 1)
        #expect(try await house.view(id).tickets[0].state == .spent)
    }

    @Test func anotherVolumeOfThatNameIsNotDestroyed() async throws {
        let (house, id) = try await Self.reset()
        let claim = try #require(try await house.view(id).volumes.first).claim
        house.engine.world { $0.claims[claim]?.uid = ClaimUID("impostor") }
        house.clock.advance(by: .seconds(73 * 3600))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed) == [])
        #expect(house.engine.world { $0.claims[claim] } != nil)
    }

    @Test func aMountedVolumeIsNotDestroyed() async throws {
        let (house, id) = try await Self.reset()
        let claim = try #require(try await house.view(id).volumes.first).claim
        let stranger = WorkloadID("stranger")
        house.engine.world { world in
            world.containers[stranger] = .init(
                id: stranger, workload: nil, name: "stranger", claims: [claim])
        }
        house.clock.advance(by: .seconds(73 * 3600))
        await house.settle(id, looks: 5)
        #expect(house.engine.world(\.destroyed) == [])
        house.engine.world { $0.containers[stranger] = nil }
        await house.settle(id)
        #expect(house.engine.world(\.destroyed) == [claim])
    }

    @Test func aVolumeThatWasNeverMadeNeedsNoDestruction() async throws {
        let house = try await House()
        let create = try await house.subscribe()
        house.engine.world { $0.images = [] }
        house.engine.world { $0.failures = [.impossible("no such image")] }
        _ = await house.worker.lookAfter(create.instanceID)
        let name = try await house.view(create.instanceID).instance.name
        _ = try await house.plane.reset(house.context, name, confirm: name)
        await house.settle(create.instanceID)
        let view = try await house.view(create.instanceID)
        #expect(view.tickets.map(\.proof) == ["the claim was never made"])
        #expect(view.status?.phase == .running)
    }

    @Test func aRetiredVolumeThatVanishesIsReported() async throws {
        let (house, id) = try await Self.reset()
        let claim = try #require(try await house.view(id).volumes.first).claim
        house.engine.world { $0.claims[claim] = nil }
        await house.settle(id)
        #expect(try await house.events(id).first?.kind == "volume-lost")
        #expect(try await house.view(id).tickets[0].state == .issued)
        house.clock.advance(by: .seconds(73 * 3600))
        await house.settle(id)
        let ticket = try await house.view(id).tickets[0]
        #expect(ticket.state == .spent)
        #expect(ticket.proof == "it was already missing; Holdfast destroyed nothing")
    }

    /// A service that held something precious, and was reset.
    static func reset() async throws -> (House, InstanceID) {
        let (house, id) = try await House.running()
        try await house.write("precious", id)
        let name = try await house.view(id).instance.name
        _ = try await house.plane.reset(house.context, name, confirm: name)
        await house.settle(id)
        return (house, id)
    }
}
