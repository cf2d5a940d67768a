import Domain
import TestSupport
import Testing

@testable import KubernetesAPI

struct GateTests {
    private let clock = ManualClock()

    @Test func theNextGoesWhenOneLeaves() async throws {
        let gate = Gate(clock: clock)
        var passes: [Pace.Pass] = []
        for _ in 0..<8 { passes.append(try await gate.enter(.changing)) }
        let (entered, enters) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    gate.leave(try await gate.enter(.changing), .failed)
                    enters.yield()
                }
            }
            for pass in passes { gate.leave(pass, .failed) }
            try await group.waitForAll()
        }
        var all = entered.makeAsyncIterator()
        for _ in 0..<3 { #expect(await all.next() != nil) }
        #expect(gate.free(.changing) == 8)
    }

    @Test func whoIsCancelledWaitsNoMore() async throws {
        let gate = Gate(clock: clock)
        var passes: [Pace.Pass] = []
        for _ in 0..<8 { passes.append(try await gate.enter(.changing)) }
        await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<3 { group.addTask { _ = try await gate.enter(.changing) } }
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
