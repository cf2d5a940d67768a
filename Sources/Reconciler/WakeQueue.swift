package import Domain

/// Who is due, and when. Pure: it is told the time.
///
/// An instance that is being worked on is never handed out a second time; a wake that comes
/// meanwhile is kept for afterwards. So one instance has one worker at a time.
package struct WakeQueue: Sendable {
    private var due: [InstanceID: Instant] = [:]
    private var busy: Set<InstanceID> = []

    package init() {}

    /// The earliest of all wakes counts.
    package mutating func wake(_ id: InstanceID, at moment: Instant) {
        due[id] = min(moment, due[id] ?? moment)
    }

    /// The one that has been due longest, and now counts as being worked on.
    package mutating func take(now: Instant) -> InstanceID? {
        guard let next = first, next.at <= now else { return nil }
        due[next.id] = nil
        busy.insert(next.id)
        return next.id
    }

    package mutating func finish(_ id: InstanceID) { busy.remove(id) }

    /// When somebody who is not being worked on will be due.
    package var nextDue: Instant? { first?.at }

    /// Ties are broken by id, so that the same history always leads to the same order.
    private var first: (id: InstanceID, at: Instant)? {
        due.filter { !busy.contains($0.key) }
            .min { ($0.value, $0.key) < ($1.value, $1.key) }
            .map { (id: $0.key, at: $0.value) }
    }
}
