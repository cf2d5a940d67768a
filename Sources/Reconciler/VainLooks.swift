import Domain
import Synchronization

/// Counts, per instance, the looks since it last was at rest.
final class VainLooks: Sendable {
    private let counts = Mutex<[InstanceID: Int]>([:])

    /// One more; how many that makes.
    func count(_ id: InstanceID) -> Int {
        counts.withLock { counts in
            counts[id, default: 0] += 1
            return counts[id, default: 1]
        }
    }

    func forget(_ id: InstanceID) {
        counts.withLock { $0[id] = nil }
    }
}
