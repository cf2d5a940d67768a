import Domain
import Reconciler
import TestSupport
import Testing

/// The whole loop, with its own workers and wakes.
@Suite(.timeLimit(.minutes(1))) struct ReconcileLoopTests {
    @Test func aWishWakesItAndTheEndIsTold() async throws {
        try await withLoop { house in
            let operation = try await house.subscribe()
            try await house.awaitEnd(of: operation.id)
            #expect(try await house.view(operation.instanceID).status?.phase == .running)
        }
    }

    @Test func aWhisperWakesIt() async throws {
        try await withLoop { house in
            let operation = try await house.subscribe()
            try await house.awaitEnd(of: operation.id)
            let id = operation.instanceID
            house.meddle(id) { $0.run = nil }
            house.engine.whisper(id)
            while house.engine.world({ $0.containers(of: id)[0].run }) == nil {
                await Task.yield()
            }
        }
    }

    @Test func theFullLookFindsWhatNobodyWhispered() async throws {
        try await withLoop { house in
            let operation = try await house.subscribe()
            try await house.awaitEnd(of: operation.id)
            let id = operation.instanceID
            house.meddle(id) { $0.run = nil }
            while house.engine.world({ $0.containers(of: id)[0].run }) == nil {
                house.clock.advance(by: .seconds(1))
                await Task.yield()
            }
        }
    }

    @Test func anEngineThatGoesAndComesIsNoted() async throws {
        try await withLoop { house in
            house.engine.world { $0.isDown = true }
            try await house.await(.unreachable)
            let operation = try await house.subscribe()
            #expect(try await house.view(operation.instanceID).engine?.state == .unreachable)
            house.engine.world { $0.isDown = false }
            try await house.await(.reachable)
            try await house.awaitEnd(of: operation.id)
        }
    }

    @Test func anEndingProgramDoesNotCallTheEngineGone() async throws {
        let house = try await House()
        house.engine.world { $0.isSilent = true }
        try await withLoop(around: house) { house in
            while house.engine.world({ $0.unanswered }) == 0 { await Task.yield() }
        }
        #expect(try await house.store.read { try $0.engineHealth() } == nil)
    }

    private func withLoop(
        around known: House? = nil, _ body: @Sendable (House) async throws -> Void
    ) async throws {
        let house = if let known { known } else { try await House() }
        let loop = ReconcileLoop(
            store: house.store, engine: house.engine, clock: house.clock,
            randomness: SeededRandomness(),
            settings: ReconcilerSettings(
                address: PublicAddress(host: "localhost"), hostPorts: House.ports),
            logger: House.logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await loop.run() }
            try await body(house)
            group.cancelAll()
        }
    }
}

extension House {
    /// Moves the clock until the operation has ended well.
    func awaitEnd(of id: OperationID) async throws {
        while true {
            let operation = try await operation(id).operation
            if operation.state.isEnded {
                #expect(operation.state == .succeeded)
                return
            }
            clock.advance(by: .milliseconds(100))
            await Task.yield()
        }
    }

    /// Moves the clock until the engine's health has been seen to be so.
    func await(_ state: EngineHealth.State) async throws {
        while try await store.read({ try $0.engineHealth() })?.state != state {
            clock.advance(by: .milliseconds(100))
            await Task.yield()
        }
    }
}
