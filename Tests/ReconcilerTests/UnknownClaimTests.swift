import Domain
import Operations
import TestSupport
import Testing

/// Claims that only a later state of the database can have made.
@Suite struct UnknownClaimTests {
    /// A service with a generation of which its database knows nothing.
    private static func grown() async throws -> (House, InstanceID, ClaimName) {
        let (house, id) = try await House.running()
        try await house.write("older", id)
        let name = try await house.view(id).instance.name
        let claim = ClaimName(install: "test", instance: name, volume: "data", generation: 4)
        house.plant(claim, of: VolumeID("later"))
        await house.survey().look()
        return (house, id, claim)
    }

    @Test func theyMeanAQuarantine() async throws {
        let (house, id, claim) = try await Self.grown()
        let hold = try #require(try await house.holds().first)
        #expect(hold.kind == .quarantine && hold.isInForce)
        #expect(hold.why.contains(claim.rawValue))
        let report = try await house.quarantine()
        #expect(report.claims.map(\.object.name) == [claim.rawValue])
        #expect(report.claims.first?.place?.instance.id == id)
        #expect(report.claims.first?.place?.generation == 4)
        // They are not called orphans while it may be that they are not.
        #expect(try await house.orphans() == [])
    }

    @Test func adoptedTheyAreKeptAndCanBeAttached() async throws {
        let (house, id, claim) = try await Self.grown()
        try await house.decide(.adopt)
        let volume = try #require(try await house.view(id).volumes.last)
        #expect(volume.claim == claim)
        #expect(volume.id == VolumeID("later"))
        #expect(volume.uid == ClaimUID("planted"))
        #expect((volume.state, volume.generation, volume.retirement) == (.retired, 4, 1))
        #expect(try await house.view(id).tickets == [])
        await house.survey().look()
        house.clock.advance(by: .days(400))
        await house.settle(id)
        #expect(try await house.holds().map(\.isInForce) == [false])
        #expect(house.has(claim))

        let undo = try await house.plane.undoReset(
            house.context, house.view(id).instance.name)
        await house.settle(id)
        #expect(try await house.operation(undo.id).operation.state == .succeeded)
        #expect(try await house.note(id) == "newest")
        #expect(try await house.events(id).contains { $0.kind == "volume-adopted" })
        #expect(try await house.actions().contains("volume.adopt"))
        let next = try await house.plane.reset(
            house.context, house.view(id).instance.name,
            confirm: house.view(id).instance.name)
        await house.settle(id)
        #expect(try await house.operation(next.id).operation.state == .succeeded)
        #expect(try await house.view(id).instance.generation == 5)
    }

    @Test func ofSeveralGenerationsTheLatestWasRetiredLast() async throws {
        let (house, id, _) = try await Self.grown()
        let name = try await house.view(id).instance.name
        house.plant(
            ClaimName(install: "test", instance: name, volume: "data", generation: 3),
            of: VolumeID("between"), uid: "uid-3")
        try await house.decide(.adopt)
        #expect(
            try await house.view(id).volumes.map(\.retirement) == [nil, 1, 2])
        #expect(try await house.view(id).volumes.lastRetired.map(\.generation) == [4])
    }

    @Test func disownedTheyAreOrphans() async throws {
        let (house, _, claim) = try await Self.grown()
        try await house.decide(.disown)
        let survey = house.survey()
        await survey.look()
        #expect(try await house.holds().map(\.isInForce) == [false])
        #expect(try await house.orphans().map(\.object.name) == [claim.rawValue])
        #expect(try await house.orphanReport().items.map(\.isRemovable) == [false])
        #expect(try await house.actions().contains("orphan.disown"))
        #expect(house.has(claim))
    }

    @Test func whatBelongsToNoServiceCannotBeAdopted() async throws {
        let (house, id, claim) = try await Self.grown()
        let names = ["hf-test-gone-1-data-g1", "hf-test-odd"]
        for name in names { house.plant(ClaimName(name), of: VolumeID("of-\(name)")) }
        let report = try await house.quarantine()
        #expect(report.claims.filter { $0.place == nil }.map(\.object.name) == names)
        try await house.decide(.adopt)
        #expect(try await house.view(id).volumes.map(\.claim).contains(claim))
        #expect(Set(try await house.orphans().map(\.object.name)) == Set(names))
        await house.survey().look()
        #expect(try await house.holds().map(\.isInForce) == [false])
    }

    /// Its name is taken: whoever made it is known to be another, and nothing more is needed.
    @Test func aNameThatTheDatabaseHasGivenItselfIsNoReason() async throws {
        let (house, id) = try await House.running()
        let name = try await house.view(id).instance.name
        house.plant(
            ClaimName(install: "test", instance: name, volume: "data", generation: 2),
            of: VolumeID("later"))
        let reset = try await house.plane.reset(house.context, name, confirm: name)
        await house.survey().look()
        await house.settle(id, looks: 5)
        #expect(try await house.holds() == [])
        #expect(try await house.operation(reset.id).operation.state == .failed)
        #expect(try await house.orphans() == [])
    }
}
