import Synchronization

/// Wakes everybody who waits, whenever it rings. A ring between a look at `rings` and a `wait`
/// is not lost.
final class Bell: Sendable {
    private struct State {
        var rings = 0
        var nextWaiter = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    var rings: Int { state.withLock(\.rings) }

    func ring() {
        let woken = state.withLock { state in
            state.rings += 1
            let woken = state.waiters
            state.waiters = [:]
            return woken.sorted { $0.key < $1.key }.map(\.value)
        }
        for waiter in woken { waiter.resume() }
    }

    /// Returns once there were more than `heard` rings, or when the task is cancelled.
    func wait(past heard: Int) async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let isOver = state.withLock { state in
                    if state.rings > heard || Task.isCancelled { return true }
                    state.waiters[id] = waiter
                    return false
                }
                if isOver { waiter.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }
}
