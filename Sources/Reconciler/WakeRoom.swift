import Domain
import Synchronization

/// Where workers wait for someone to be due.
final class WakeRoom: Sendable {
    private let queue = Mutex(WakeQueue())
    private let bell = Bell()
    private let clock: any WallClock

    init(clock: any WallClock) { self.clock = clock }

    func wake(_ id: InstanceID, after pause: Duration = .zero) {
        wake([id], after: pause)
    }

    func wake(_ ids: [InstanceID], after pause: Duration = .zero) {
        let moment = clock.now() + pause
        queue.withLock { queue in
            for id in ids { queue.wake(id, at: moment) }
        }
        bell.ring()
    }

    func finish(_ id: InstanceID) {
        queue.withLock { $0.finish(id) }
        bell.ring()
    }

    /// Waits until someone is due; `nil` when the task is cancelled.
    func next() async -> InstanceID? {
        while !Task.isCancelled {
            let heard = bell.rings
            if let id = queue.withLock({ $0.take(now: clock.now()) }) { return id }
            await bell.wait(past: heard)
        }
        return nil
    }

    /// Rings whenever the moment comes at which somebody is due.
    func keepTime() async {
        while !Task.isCancelled {
            let heard = bell.rings
            let pause = queue.withLock { $0.nextDue() }.map { $0 - clock.now() }
            guard let pause, pause > .zero else {
                await bell.wait(past: heard)
                continue
            }
            if await bell.wait(past: heard, atMost: pause, by: clock) { bell.ring() }
        }
    }
}
