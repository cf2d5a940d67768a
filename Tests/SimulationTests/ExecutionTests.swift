import Domain
import Synchronization
import Testing

@testable import Simulation

@SimulationQueue @Suite struct ExecutionTests {
    private final class Notes: Sendable {
        let lines = Mutex<[String]>([])

        func write(_ line: String) { lines.withLock { $0.append(line) } }
    }

    /// Three tasks that each give way three times.
    private func order(_ seed: UInt64) -> [String] {
        let (notes, executor) = (Notes(), SimulationExecutor(seed: seed))
        let isOver = executor.drive(by: VirtualClock()) {
            await withDiscardingTaskGroup { group in
                for name in ["a", "b", "c"] {
                    group.addTask {
                        for step in 1...3 {
                            notes.write("\(name)\(step)")
                            await executor.giveWay()
                        }
                    }
                }
            }
        }
        #expect(isOver)
        return notes.lines.withLock(\.self)
    }

    @Test func theSeedDecidesTheOrder() {
        #expect(order(1) == order(1))
        #expect(Set((1...20).map { order($0).joined() }).count > 5)
    }

    @Test func timeGoesOnWhileAllSleep() {
        let (notes, clock) = (Notes(), VirtualClock())
        let start = clock.now()
        let isOver = SimulationExecutor(seed: 1).drive(by: clock) {
            await withDiscardingTaskGroup { group in
                for seconds in [30, 10, 20] {
                    group.addTask {
                        try? await clock.sleep(for: .seconds(seconds))
                        notes.write("\(seconds)")
                    }
                }
            }
        }
        #expect(isOver)
        #expect(notes.lines.withLock(\.self) == ["10", "20", "30"])
        #expect(clock.now() - start == .seconds(30))
    }

    @Test func aJumpWakesEachOnce() {
        let (notes, clock) = (Notes(), VirtualClock())
        _ = SimulationExecutor(seed: 1).drive(by: clock) {
            await withDiscardingTaskGroup { group in
                group.addTask {
                    for look in 1...2 {
                        try? await clock.sleep(for: .seconds(60))
                        notes.write("\(look)")
                    }
                }
                try? await clock.sleep(for: .seconds(1))
                clock.jump(by: .days(1))
                try? await clock.sleep(for: .seconds(1))
                notes.write("jumped")
            }
        }
        #expect(notes.lines.withLock(\.self) == ["1", "jumped", "2"])
    }

    @Test func aLeapMovesNoSleeper() {
        let clock = VirtualClock()
        let start = clock.now()
        clock.leap(by: .days(365))
        #expect(clock.now() - start == .days(365))
        #expect(clock.elapsed == .zero)
    }

    @Test func aStandstillIsSeen() {
        let isOver = SimulationExecutor(seed: 1).drive(by: VirtualClock()) {
            let (silence, _) = AsyncStream.makeStream(of: Never.self)
            for await _ in silence {}
        }
        #expect(!isOver)
    }

    @Test func whoIsCancelledSleepsNoLonger() {
        let clock = VirtualClock()
        _ = SimulationExecutor(seed: 1).drive(by: clock) {
            await withDiscardingTaskGroup { group in
                group.addTask { try? await clock.sleep(for: .days(1)) }
                try? await clock.sleep(for: .seconds(1))
                group.cancelAll()
            }
        }
        #expect(clock.elapsed == .seconds(1))
    }
}
