import Foundation
import Synchronization

/// Counts under a lock that two threads fight for; with an argument, beside it too, which is a
/// race.
@main struct Race {
    final class Counts: Sendable {
        let guarded = Mutex(0)
        nonisolated(unsafe) var bare = 0
    }

    static func main() {
        let counts = Counts()
        let isRace = CommandLine.argc > 1
        let done = DispatchSemaphore(value: 0)
        for _ in 0..<2 {
            Thread.detachNewThread {
                for _ in 0..<200_000 {
                    counts.guarded.withLock { $0 += 1 }
                    if isRace { counts.bare += 1 }
                }
                done.signal()
            }
        }
        for _ in 0..<2 { done.wait() }
    }
}
