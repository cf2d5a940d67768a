import Domain
import Operations
import TestSupport
import Testing

/// An older copy of the database knows itself to be one, and destroys nothing.
@Suite struct QuarantineTests {
    /// A service that was reset, in a database of which the engine has seen a later state.
    static func olderCopy() async throws -> (House, InstanceID) {
        let (house, id) = try await DestructionTests.reset()
        house.engine.world { $0.epoch = 1_000 }
        return (house, id)
    }

    @Test func whatWasChangedIsToldToTheEngineBeforeItIsActedUpon() async throws {
        let (house, id) = try await House.running()
        #expect(house.engine.world(\.epoch) == (try await house.epoch()))
        let name = try await house.view(id).instance.name
        _ = try await house.plane.reset(house.context, name, confirm: name)
        let changed = try await house.epoch()
        #expect(house.engine.world(\.epoch).map { $0 < changed } == true)
        house.engine.world { $0.failures = [.failed("not now")] }
        let done = house.engine.world(\.acts.count)
        _ = await house.worker.lookAfter(id)
        #expect(house.engine.world(\.acts.count) == done)
        #expect(house.engine.world(\.epoch) == changed)
    }

    @Test func whatCannotBeToldIsNotActedUpon() async throws {
        let (house, id) = try await House.running()
        house.engine.world { $0.inventoryFailure = .failed("no room") }
        let name = try await house.view(id).instance.name
        let reset = try await house.plane.reset(house.context, name, confirm: name)
        let done = house.engine.world(\.acts.count)
        await house.settle(id, looks: 3)
        #expect(house.engine.world(\.acts.count) == done)
        #expect(try await house.operation(reset.id).operation.message?.contains("no room") == true)
        house.engine.world { $0.inventoryFailure = nil }
        await house.settle(id)
        #expect(try await house.operation(reset.id).operation.state == .succeeded)
    }

    @Test func nothingIsDestroyedWhileTheEngineDoesNotSayWhatItHas() async throws {
        let (house, id) = try await DestructionTests.reset()
        house.clock.advance(by: .seconds(73 * 3600))
        house.engine.world { $0.inventoryFailure = .failed("not now") }
        await house.settle(id, looks: 5)
        #expect(house.engine.world(\.destroyed) == [])
        #expect(try await house.view(id).tickets.map(\.state) == [.issued])
        house.engine.world { $0.inventoryFailure = nil }
        await house.settle(id)
        #expect(house.engine.world(\.destroyed).count == 1)
    }

    @Test func aLaterEpochInTheEngineKeepsEverything() async throws {
        let (house, id) = try await Self.olderCopy()
        house.clock.advance(by: .seconds(73 * 3600))
        for _ in 1...3 { await house.settle(id) }
        await house.survey().look()
        #expect(house.engine.world(\.destroyed) == [])
        #expect(try await house.view(id).tickets.map(\.state) == [.issued])
        let hold = try #require(try await house.holds().first)
        #expect(hold.kind == .quarantine && hold.isInForce)
        #expect(hold.why.contains("epoch 1000"))
        #expect(try await house.actions().filter { $0 == "quarantine.begin" }.count == 1)
        // It is told by the engine until somebody decides.
        #expect(house.engine.world(\.epoch) == 1_000)
    }

    /// As when the engine's containers are pruned: whoever has told it before tells it again.
    @Test func whatTheEngineForgetsMeanwhileIsToldAgain() async throws {
        let (house, id) = try await DestructionTests.reset()
        house.engine.world { $0.epoch = nil }
        await house.survey().look()
        #expect(house.engine.world(\.epoch) == (try await house.epoch()))
        #expect(try await house.holds() == [])
        house.clock.advance(by: .seconds(73 * 3600))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed).count == 1)
    }

    /// Nothing tells then whether a copy was put back in between.
    @Test func whatTheEngineForgetsUnseenKeepsEverything() async throws {
        var (house, id) = try await DestructionTests.reset()
        house.engine.world { $0.epoch = nil }
        house.restart()
        house.clock.advance(by: .seconds(73 * 3600))
        for _ in 1...3 { await house.settle(id) }
        await house.survey().look()
        #expect(house.engine.world(\.destroyed) == [])
        let hold = try #require(try await house.holds().first)
        #expect(hold.kind == .quarantine && hold.isInForce)
        #expect(hold.why.contains("may be an older copy"))
        // Told again at once, so that a copy that is put back from now on is known to be one.
        #expect(house.engine.world(\.epoch) == (try await house.epoch()))
        try await house.decide(.adopt)
        house.clock.advance(by: .seconds(73 * 3600))
        for _ in 1...3 { await house.settle(id) }
        #expect(house.engine.world(\.destroyed).count == 1)
        #expect(try await house.holds().map(\.isInForce) == [false])
    }

    /// It was to be told, and was not.
    @Test func anEngineThatWasNeverToldHasForgottenNothing() async throws {
        let house = try await House()
        _ = try await house.store.write { rows in
            try rows.advanceEpoch(past: 0)
            return try rows.noteWitness()
        }
        _ = try await house.run()
        #expect(try await house.holds() == [])
        #expect(house.engine.world(\.epoch) == (try await house.epoch()))
    }

    /// As when it is put back while the engine is down, and people go on with it.
    @Test func aCopyThatCountsOnByItselfStaysTheOlder() async throws {
        let (house, id) = try await Self.olderCopy()
        try await house.store.write { try $0.advanceEpoch(past: 5_000) }
        house.clock.advance(by: .seconds(73 * 3600))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed) == [])
        #expect(try await house.holds().map(\.isInForce) == [true])
        #expect(house.engine.world(\.epoch) == 1_000)
    }

    @Test func thingsAreMadeAndMendedInAQuarantine() async throws {
        let (house, id) = try await Self.olderCopy()
        await house.survey().look()
        #expect(try await house.holds().map(\.isInForce) == [true])
        house.meddle(id) { $0.run = nil }
        await house.settle(id)
        #expect(house.engine.world { $0.containers(of: id).map(\.run) } != [nil])
        let other = try await house.subscribe()
        await house.settle(other.instanceID)
        #expect(try await house.operation(other.id).operation.state == .succeeded)
    }

    @Test func aDecisionGivesEverybodyAWholeWindowToObject() async throws {
        let (house, id) = try await Self.olderCopy()
        house.clock.advance(by: .seconds(73 * 3600))
        await house.settle(id)
        let report = try await house.decide(.adopt)
        #expect(!report.isInForce)
        #expect(report.condemned == 1)
        let now = house.clock.now()
        #expect(
            try await house.view(id).tickets.map(\.notBefore) == [now + .seconds(72 * 3600)])
        #expect(report.databaseEpoch > 1_000)
        await house.settle(id)
        #expect(house.engine.world(\.destroyed) == [])
        house.clock.advance(by: .seconds(72 * 3600))
        await house.settle(id)
        #expect(house.engine.world(\.destroyed).count == 1)
        #expect(house.engine.world(\.epoch).map { $0 > 1_000 } == true)
        let actions = try await house.actions()
        #expect(actions.contains("quarantine.adopt"))
        #expect(actions.contains("volume.postpone"))
    }

    /// What was undone in the later state can be undone again, with all that was written.
    @Test func theUndoThatWasLostIsRepeated() async throws {
        let (house, id) = try await Self.olderCopy()
        let first = try #require(try await house.view(id).volumes.first).claim
        house.engine.world { $0.claims[first]?.files["note"] = "newest" }
        house.clock.advance(by: .seconds(73 * 3600))
        await house.settle(id)
        try await house.decide(.disown)
        _ = try await house.plane.undoReset(
            house.context, house.view(id).instance.name)
        await house.settle(id)
        #expect(try await house.note(id) == "newest")
        #expect(house.engine.world(\.destroyed) == [])
    }

    @Test func aDecisionOnWhatIsNotThereIsRefused() async throws {
        let (house, id) = try await Self.olderCopy()
        await #expect(throws: Refusal.self) { try await house.decide(.adopt) }
        await house.survey().look()
        let digest = try await house.quarantine().digest
        house.plant(ClaimName("hf-test-new-1-data-g1"), of: VolumeID("new"))
        await #expect(throws: Refusal.self) {
            try await house.plane.decide(
                House.admin, .disown, confirming: digest, beside: house.engine.inventory())
        }
        await #expect(throws: Refusal.self) {
            try await house.plane.decide(
                house.context, .disown, confirming: house.quarantine().digest,
                beside: house.engine.inventory())
        }
        #expect(try await house.holds().map(\.isInForce) == [true])
        #expect(try await house.view(id).tickets.map(\.state) == [.issued])
        #expect(try await house.orphans() == [])
    }
}
