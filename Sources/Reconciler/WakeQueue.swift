package import Domain
import HeapModule

/// Who is due, and when. Pure: it is told the time.
///
/// An instance that is being worked on is never handed out a second time; a wake that comes
/// meanwhile is kept for afterwards. So one instance has one worker at a time.
package struct WakeQueue: Sendable {
    private struct Wake: Comparable {
        var at: Instant
        var id: InstanceID

        /// Ties are broken by id, so that the same history always leads to the same order.
        static func < (left: Self, right: Self) -> Bool {
            (left.at, left.id) < (right.at, right.id)
        }
    }

    /// When each is due; the truth. The heap may hold older wakes, which are passed over.
    private var due: [InstanceID: Instant] = [:]
    private var busy: Set<InstanceID> = []
    private var heap = Heap<Wake>()

    package init() {}

    /// The earliest of all wakes counts.
    package mutating func wake(_ id: InstanceID, at moment: Instant) {
        if let known = due[id], known <= moment { return }
        due[id] = moment
        if !busy.contains(id) { heap.insert(Wake(at: moment, id: id)) }
    }

    /// The one that has been due longest, and now counts as being worked on.
    package mutating func take(now: Instant) -> InstanceID? {
        passOver()
        guard let next = heap.min, next.at <= now else { return nil }
        heap.removeMin()
        due[next.id] = nil
        busy.insert(next.id)
        return next.id
    }

    package mutating func finish(_ id: InstanceID) {
        busy.remove(id)
        if let moment = due[id] { heap.insert(Wake(at: moment, id: id)) }
    }

    /// When somebody who is not being worked on will be due.
    package mutating func nextDue() -> Instant? {
        passOver()
        return heap.min?.at
    }

    private mutating func passOver() {
        while let first = heap.min, due[first.id] != first.at || busy.contains(first.id) {
            heap.removeMin()
        }
    }
}
