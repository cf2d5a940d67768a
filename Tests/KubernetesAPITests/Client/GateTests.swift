import Domain
import TestSupport
import Testing

@testable import KubernetesAPI

struct GateTests {
    private let clock = ManualClock()

    /// A gate through which nobody can pass, and who has.
    private func fullGate() async throws -> (Gate, [Pace.Pass]) {
        let gate = Gate(clock: clock)
        var passes: [Pace.Pass] = []
        for _ in 0..<8 { passes.append(try await gate.enter(.changing)) }
        return (gate, passes)
    }

    private func untilWaiting(_ gate: Gate, _ count: Int) async {
        while gate.waiting != count { await Task.yield() }
    }

    @Test func theNextGoesWhenOneLeaves() async throws {
        let (gate, passes) = try await fullGate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 {
                group.addTask { gate.leave(try await gate.enter(.changing), .failed) }
            }
            await untilWaiting(gate, 3)
            gate.leave(passes[0], .failed)
            try await group.waitForAll()
        }
        #expect(gate.free(.changing) == 1)
    }

    @Test func otherLanesAreNotHeldUp() async throws {
        let (gate, _) = try await fullGate()
        gate.leave(try await gate.enter(.reading), .failed)
    }

    /// Who is cancelled just when its turn has come leaves it to the next.
    @Test func noTurnIsLost() async throws {
        for _ in 0..<200 {
            let (gate, passes) = try await fullGate()
            try await withThrowingTaskGroup(of: Void.self) { patient in
                await withThrowingTaskGroup(of: Void.self) { hasty in
                    hasty.addTask { gate.leave(try await gate.enter(.changing), .failed) }
                    await untilWaiting(gate, 1)
                    patient.addTask { gate.leave(try await gate.enter(.changing), .failed) }
                    await untilWaiting(gate, 2)
                    gate.leave(passes[0], .failed)
                    hasty.cancelAll()
                }
                try await patient.waitForAll()
            }
        }
    }

    @Test func whoIsCancelledWaitsNoMore() async throws {
        let (gate, passes) = try await fullGate()
        await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 { group.addTask { _ = try await gate.enter(.changing) } }
            await untilWaiting(gate, 3)
            group.cancelAll()
            while let ending = await group.nextResult() {
                #expect(throws: CancellationError.self) { try ending.get() }
            }
        }
        for pass in passes { gate.leave(pass, .failed) }
        #expect(gate.free(.changing) == 8)
    }

    @Test func allWaitWhileTheServerRests() async throws {
        let gate = Gate(clock: clock)
        gate.leave(try await gate.enter(.changing), .overloaded(.seconds(5)))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { gate.leave(try await gate.enter(.reading), .failed) }
            var events = clock.events.makeAsyncIterator()
            #expect(await events.next() == .sleeps(.seconds(5)))
            #expect(gate.free(.reading) == 32)
            clock.advance(by: .seconds(5))
            try await group.waitForAll()
        }
    }
}
