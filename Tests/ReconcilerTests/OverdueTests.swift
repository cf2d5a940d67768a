import Domain
import Operations
import Reconciler
import StoreSQL
import StoreSQLite
import TestSupport
import Testing

/// An operation whose time is over ends, whatever comes of the steps; its wish stays.
@Suite struct OverdueTests {
    /// Looks once when its time is over, and answers what has become of it.
    private func late(
        _ operation: Operation, _ house: House, by worker: InstanceWorker? = nil
    ) async throws -> Operation {
        house.clock.advance(by: operation.deadline - house.clock.now())
        _ = await (worker ?? house.worker).lookAfter(operation.instanceID)
        return try await house.operation(operation.id).operation
    }

    private func restart(_ id: InstanceID, _ house: House) async throws -> Operation {
        try await house.plane.restart(house.context, house.view(id).instance.name)
    }

    /// As a daemon that was killed may go on with a container that it takes for half removed.
    @Test func aWorldThatAlwaysMovesEndsIt() async throws {
        let (house, id) = try await House.running()
        let conflict = EngineFailure.stale("removal of the container is already in progress")
        house.engine.world { $0.failures = Array(repeating: conflict, count: 1000) }
        let operation = try await restart(id, house)
        await house.settle(id, looks: 20)
        #expect(try await house.operation(operation.id).operation.state == .running)
        let end = try await late(operation, house)
        #expect(end.state == .failed)
        #expect(
            end.message == """
                It took too long; Holdfast goes on trying. Last: removal of the container is \
                already in progress
                """)
        let before = house.engine.world { $0.containers(of: id).first?.run }
        house.engine.world { $0.failures = [] }
        await house.settle(id)
        #expect(try await house.view(id).status?.phase == .running)
        #expect(house.engine.world { $0.containers(of: id).first?.run } != before)
        #expect(try await house.operation(operation.id).operation == end)
    }

    /// Each step moves to another port, until the patience of one go is over.
    @Test func aChainOfStepsWithoutEndEndsIt() async throws {
        let house = try await House()
        let ports = 20000...29999
        let worker = InstanceWorker(
            store: house.store, engine: house.engine, randomness: SeededRandomness(),
            settings: ReconcilerSettings(
                address: PublicAddress(host: "localhost"), hostPorts: ports),
            logger: House.logger)
        house.engine.world { $0.takenPorts = Set(ports) }
        #expect(try await late(house.subscribe(), house, by: worker).state == .failed)
    }

    /// The destruction of an old volume comes first, and does not come about.
    @Test(arguments: [false, true])
    func whatStandsBeforeItDoesNotKeepItOpen(mayDestroy: Bool) async throws {
        let house = try await House { clock in
            let store = try await SQLiteStore.temporary(clock: clock)
            return mayDestroy ? store : RefusingStore(base: store)
        }
        let id = try await house.run()
        let claim = try await house.claims(id)[0]
        let name = try await house.view(id).instance.name
        _ = try await house.plane.reset(house.context, name, confirm: name)
        await house.settle(id)
        house.engine.world { world in
            world.startsReady = false
            let stranger = WorkloadID("stranger")
            world.containers[stranger] = .init(
                id: stranger, workload: nil, name: "stranger", claims: [claim])
        }
        house.clock.advance(by: .seconds(73 * 3600))
        let operation = try await restart(id, house)
        await house.settle(id, looks: 5)
        #expect(try await house.operation(operation.id).operation.state == .running)
        #expect(try await late(operation, house).state == .failed)
        #expect(house.engine.world(\.destroyed) == [])
    }

    /// Nobody can look after it, but somebody waits for its end.
    @Test func aDamagedRowEndsIt() async throws {
        let clock = ManualClock()
        let database = try SQLiteDatabase.temporary(clock: clock)
        let house = try await House { _ in try await SQLStore(database) }
        let operation = try await house.subscribe()
        try await database.write { connection in
            _ = try connection.execute("UPDATE instances SET spec = '{'", [])
        }
        clock.advance(by: operation.deadline - clock.now())
        #expect(try await late(operation, house).state == .failed)
    }

    @Test func whatComesTrueAtLastHasSucceeded() async throws {
        let house = try await House()
        #expect(try await late(house.subscribe(), house).state == .succeeded)
    }
}
