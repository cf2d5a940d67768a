/// Runs all tasks of an episode on the one thread that drives it, in an order that a seed decides.
///
/// What is handed to it from within is run later by `drive`, never at once. A task that leaves it,
/// by a sleep that is not the virtual clock's or by a bare `Task`, shows as a standstill.
package final class SimulationExecutor: TaskExecutor, SerialExecutor, @unchecked Sendable {
    // Unchecked: all of it is touched by the driving thread alone.
    private var jobs: [UnownedJob] = []
    private var parked: [UnsafeContinuation<Void, Never>] = []
    private var dice: Dice
    /// How many pieces of work were run.
    package private(set) var steps = 0

    package init(seed: UInt64) { dice = Dice(seed: seed) }

    package func enqueue(_ job: consuming ExecutorJob) { jobs.append(UnownedJob(job)) }

    /// Lets others go first, perhaps.
    package func giveWay() async {
        await withUnsafeContinuation { parked.append($0) }
    }

    /// Whoever has not come to an end by then, does not.
    private static let patience = 2_000_000

    /// Runs `work` and all that it starts, until it returns.
    ///
    /// - Returns: False where everybody waits and nobody is to come, or where they go round in
    ///   circles.
    package func drive(
        by clock: VirtualClock, _ work: @Sendable @escaping () async -> Void
    ) -> Bool {
        let end = End()
        let task = Task(executorPreference: self) {
            await work()
            end.isReached = true
        }
        while !end.isReached {
            guard steps < Self.patience, runOne() || clock.wakeNext() else {
                task.cancel()
                return false
            }
        }
        return true
    }

    private final class End: @unchecked Sendable {
        var isReached = false
    }

    private func runOne() -> Bool {
        let count = jobs.count + parked.count
        guard count > 0 else { return false }
        steps += 1
        let place = count == 1 ? 0 : dice.below(count)
        if place < jobs.count {
            jobs.swapAt(place, jobs.count - 1)
            jobs.removeLast().runSynchronously(
                isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
        } else {
            parked.swapAt(place - jobs.count, parked.count - 1)
            parked.removeLast().resume()
        }
        return true
    }
}
