import Domain
import Synchronization

/// Bytes that repeat from run to run.
package final class SeededRandomness: Randomness {
    private let numbers: Mutex<SplitMix>

    package init(seed: UInt64 = 1) { numbers = Mutex(SplitMix(seed: seed)) }

    package func bytes(_ count: Int) -> [UInt8] {
        numbers.withLock { numbers in
            (0..<count).map { _ in UInt8(truncatingIfNeeded: numbers.next() >> 32) }
        }
    }
}
