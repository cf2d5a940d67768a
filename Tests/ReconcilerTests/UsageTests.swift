import Domain
import Reconciler
import TestSupport
import Testing

/// What is measured, and what comes of it.
@Suite struct UsageTests {
    private func measure(_ house: House) async {
        await UsageWatch(store: house.store, engine: house.engine, logger: House.logger).look()
    }

    private func fill(_ house: House, _ id: InstanceID, mebibytes: Int64) async throws {
        let claim = try await house.claims(id)[0]
        house.engine.world { $0.claims[claim]?.ballast = Bytes(mebibytes << 20) }
    }

    @Test func aMeasurementIsWrittenOnceUntilItChanges() async throws {
        let (house, id) = try await House.running()
        try await fill(house, id, mebibytes: 100)
        await measure(house)
        let usage = try await house.view(id).usage
        #expect(usage.map(\.used) == [Bytes(100 << 20)])
        #expect(usage.map(\.isEnforced) == [false])
        let writes = house.store.writes
        await measure(house)
        try await house.write("a little more", id)
        await measure(house)
        #expect(house.store.writes == writes)
        try await fill(house, id, mebibytes: 102)
        await measure(house)
        #expect(house.store.writes == writes + 1)
    }

    @Test(arguments: [true, false])
    func aFullVolumeIsToldOnceAndTheServiceStays(_ isEnforced: Bool) async throws {
        let (house, id) = try await House.running()
        house.engine.world { $0.enforcesSizes = isEnforced }
        try await house.write("precious", id)
        try await fill(house, id, mebibytes: isEnforced ? 249 : 300)
        for _ in 1...3 {
            await measure(house)
            await house.settle(id)
        }
        let view = try await house.view(id)
        #expect(view.status?.phase == .running)
        #expect(view.status?.message?.contains("nothing was deleted") ?? false)
        #expect(try await house.events(id).filter { $0.kind == "volume-full" }.count == 1)
        let writes = house.store.writes
        await measure(house)
        await house.settle(id)
        #expect(house.store.writes == writes)
        #expect(try await house.note(id) == "precious")
    }

    @Test func roomIsToldOnceAgain() async throws {
        let (house, id) = try await House.running()
        // Between the two marks nothing is news.
        for mebibytes: Int64 in [260, 240, 260, 200, 260] {
            try await fill(house, id, mebibytes: mebibytes)
            await measure(house)
            await house.settle(id)
        }
        let kinds = try await house.events(id).map(\.kind).filter { $0.hasPrefix("volume-") }
        #expect(kinds == ["volume-full", "volume-has-room", "volume-full"])
        try await fill(house, id, mebibytes: 10)
        await measure(house)
        await house.settle(id)
        #expect(try await house.view(id).status?.message == nil)
    }

    @Test func whatCannotBeMeasuredKeepsItsLastMeasurement() async throws {
        let (house, id) = try await House.running()
        try await fill(house, id, mebibytes: 100)
        await measure(house)
        house.engine.world { $0.isDown = true }
        await measure(house)
        #expect(try await house.view(id).usage.count == 1)
    }

    @Test(arguments: [true, false])
    func aLargerSizeIsGivenWhereItIsEnforced(_ isEnforced: Bool) async throws {
        let (house, id) = try await House.running()
        house.engine.world { $0.enforcesSizes = isEnforced }
        try await house.write("precious", id)
        let before = house.engine.world { ($0.containers(of: id)[0].run, $0.acts.count) }
        try await house.store.write { rows in
            var volume = try rows.volumes(of: id)[0]
            volume.size = Bytes(500 << 20)
            try rows.update(volume)
        }
        await house.settle(id)
        let claim = try await house.claims(id)[0]
        let (size, run, acts) = house.engine.world { world in
            (world.claims[claim]?.size, world.containers(of: id)[0].run, world.acts.count)
        }
        #expect(size == Bytes((isEnforced ? 500 : 250) << 20))
        #expect(acts == before.1 + (isEnforced ? 1 : 0))
        #expect(run == before.0)
        #expect(try await house.note(id) == "precious")
    }
}
