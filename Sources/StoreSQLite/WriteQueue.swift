import Synchronization

/// The bodies that wait to be written, first come, first served.
final class WriteQueue: Sendable {
    private let waiting = Mutex<[PendingWrite]>([])

    var count: Int { waiting.withLock(\.count) }

    func add(_ write: PendingWrite) { waiting.withLock { $0.append(write) } }

    /// At most so many of them; they are whoever takes them to settle.
    func take(_ most: Int) -> [PendingWrite] {
        waiting.withLock { waiting in
            defer { waiting.removeFirst(min(most, waiting.count)) }
            return Array(waiting.prefix(most))
        }
    }
}
