/// Who has tried how often lately; of so many at most, whoever tries.
///
/// A bucket of tokens for each, of which every attempt takes one. A bucket is one moment, the one
/// when it is full again: the generic cell rate algorithm (ITU-T I.371, annex A).
package struct AttemptBook<Key: Hashable & Sendable>: Sendable {
    private struct Bucket {
        var fullAt: Instant
        /// Whether it was said that it is empty.
        var isTold = false
    }

    private let limit: AttemptLimit
    private let capacity: Int
    private var buckets: [Key: Bucket] = [:]

    package init(_ limit: AttemptLimit, capacity: Int) {
        self.limit = limit
        self.capacity = max(1, capacity)
    }

    package var count: Int { buckets.count }

    /// How long `key` must wait before it may try again; zero when it need not.
    package func wait(for key: Key, at now: Instant) -> Duration {
        guard let bucket = buckets[key] else { return .zero }
        return max(.zero, owed(by: bucket, at: now) + limit.pause - limit.span)
    }

    /// Counts an attempt that is about to be made.
    package mutating func take(_ key: Key, at now: Instant) {
        makeRoom(for: key, at: now)
        let debt = buckets[key].map { owed(by: $0, at: now) } ?? .zero
        buckets[key] = Bucket(fullAt: now + debt + limit.pause)
    }

    /// The attempt was none that counts.
    package mutating func giveBack(_ key: Key, at now: Instant) {
        guard let bucket = buckets[key] else { return }
        let debt = owed(by: bucket, at: now) - limit.pause
        buckets[key] = debt > .zero ? Bucket(fullAt: now + debt) : nil
    }

    /// Whether it is the first time since the last attempt that this is asked.
    package mutating func isNews(_ key: Key) -> Bool {
        guard let bucket = buckets[key], !bucket.isTold else { return false }
        buckets[key]?.isTold = true
        return true
    }

    /// The time until it is full. Never more than a bucket holds: else a clock that was set back
    /// would shut somebody out for as long.
    private func owed(by bucket: Bucket, at now: Instant) -> Duration {
        min(max(.zero, bucket.fullAt - now), limit.span)
    }

    /// Forgets those that are full; if that does not help, the half that is nearest to it.
    private mutating func makeRoom(for key: Key, at now: Instant) {
        guard buckets[key] == nil, buckets.count >= capacity else { return }
        buckets = buckets.filter { owed(by: $1, at: now) > .zero }
        guard buckets.count >= capacity else { return }
        let emptiest = buckets.sorted { $0.value.fullAt > $1.value.fullAt }
            .prefix(capacity / 2)
        buckets = Dictionary(uniqueKeysWithValues: emptiest.map { ($0.key, $0.value) })
    }
}
