import Domain
import Synchronization

/// Tells every listener what was committed; one that is slow loses the oldest news, and one that
/// has ended is forgotten.
final class ChangeBroadcast: Sendable {
    private typealias Listener = AsyncStream<StoreChange>.Continuation

    private struct State {
        var listeners: [Int: Listener] = [:]
        var nextID = 0
    }

    private let patience: Int
    private let state = Mutex(State())

    /// `patience` is how many changes wait for each listener at most.
    init(patience: Int = 1024) { self.patience = patience }

    var listenerCount: Int { state.withLock(\.listeners.count) }

    func listen() -> AsyncStream<StoreChange> {
        AsyncStream(bufferingPolicy: .bufferingNewest(patience)) { listener in
            let id = state.withLock { state in
                state.nextID += 1
                state.listeners[state.nextID] = listener
                return state.nextID
            }
            listener.onTermination = { [weak self] _ in self?.forget(id) }
        }
    }

    func send(_ changes: [StoreChange]) {
        if changes.isEmpty { return }
        // In the order in which they came, so that the same history always leads to the same one.
        let listeners = state.withLock { state in
            state.listeners.sorted { $0.key < $1.key }.map(\.value)
        }
        for listener in listeners {
            for change in changes { listener.yield(change) }
        }
    }

    private func forget(_ id: Int) {
        // Let go of it only outside of the lock: its end runs code that is not ours.
        _ = state.withLock { $0.listeners.removeValue(forKey: id) }
    }
}
