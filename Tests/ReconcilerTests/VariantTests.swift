import Domain
import TestSupport
import Testing

/// What a change of variant does to the workload and to the data.
@Suite struct VariantTests {
    @Test func theWorkloadIsMadeAnewOnTheSameVolume() async throws {
        let (house, id) = try await House.running()
        try await house.write("kept", id)
        let before = house.engine.world { $0.containers(of: id)[0] }
        let claims = house.engine.world(\.claims).mapValues(\.uid)
        let operation = try await house.plane.changeVariant(
            house.context, house.view(id).instance.name, to: "Plus")
        await house.settle(id)
        let after = house.engine.world { $0.containers(of: id) }
        #expect(after.count == 1)
        #expect(after.first?.id != before.id)
        #expect(after.first?.workload?.spec.limits == Fixtures.larger.limits)
        #expect(after.first?.run != nil)
        #expect(after.first?.claims == before.claims)
        #expect(house.engine.world(\.claims).mapValues(\.uid) == claims)
        #expect(try await house.note(id) == "kept")
        #expect(try await house.operation(operation.id).operation.state == .succeeded)
        #expect(house.engine.world(\.doubleWriters) == [])
        // It was asked for, so it is no repair.
        #expect(try await house.events(id).map(\.kind) == [])
    }

    @Test func theWishedSizeReachesTheClaim() async throws {
        let (house, id) = try await House.running()
        _ = try await house.plane.changeVariant(
            house.context, house.view(id).instance.name, to: "Plus")
        let desired = try await house.desired(id)
        #expect(desired.claims.map(\.size) == [Bytes(1 << 30)])
    }

    @Test func aStoppedServiceStaysStoppedAndStartsWithTheNewLimits() async throws {
        let (house, id) = try await House.running()
        try await house.write("kept", id)
        let name = try await house.view(id).instance.name
        _ = try await house.plane.stop(house.context, name)
        await house.settle(id)
        let operation = try await house.plane.changeVariant(house.context, name, to: "Plus")
        await house.settle(id)
        #expect(try await house.operation(operation.id).operation.state == .succeeded)
        #expect(try await house.view(id).status?.phase == .stopped)
        #expect(house.engine.world { $0.containers(of: id).filter { $0.run != nil } }.isEmpty)
        _ = try await house.plane.start(house.context, name)
        await house.settle(id)
        let container = house.engine.world { $0.containers(of: id).first }
        #expect(container?.workload?.spec.limits == Fixtures.larger.limits)
        #expect(try await house.note(id) == "kept")
    }
}
