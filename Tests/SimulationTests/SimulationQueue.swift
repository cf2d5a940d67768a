import Dispatch

/// Where episodes are played in tests: each holds a thread for as long as it lasts, and those that
/// all other tests share are few.
@globalActor
actor SimulationQueue {
    static let shared = SimulationQueue()

    private let thread = Thread()

    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    private final class Thread: SerialExecutor {
        private let queue = DispatchQueue(label: "simulation")

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
        }
    }
}
