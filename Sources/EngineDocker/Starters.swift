import Domain
import Synchronization

/// Services that have been started and do not answer yet. Whoever whispers asks each of them
/// often, so that nobody has to look at everything about it again and again meanwhile.
final class Starters: Sendable {
    struct Starter: Sendable {
        var instance: InstanceID
        var check: HealthCheck
        var port: Int
        var startedAt: Instant
    }

    /// Each once, for as long as it is asked.
    let arrivals: AsyncStream<Starter>
    private let arrive: AsyncStream<Starter>.Continuation
    private let present = Mutex<Set<InstanceID>>([])

    init() {
        // Where nobody whispers, nobody reads them either.
        (arrivals, arrive) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(256))
    }

    func add(_ starter: Starter) {
        guard present.withLock({ $0.insert(starter.instance).inserted }) else { return }
        if case .dropped(let dropped) = arrive.yield(starter) { remove(dropped.instance) }
    }

    func remove(_ instance: InstanceID) {
        present.withLock { _ = $0.remove(instance) }
    }

    /// How long to wait before it is asked again: a small share of what it has taken so far.
    static func pause(after taken: Duration) -> Duration {
        min(max(taken / 16, .milliseconds(10)), .seconds(2))
    }
}
