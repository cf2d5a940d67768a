package import Domain
import Synchronization

/// Time that moves only when a test says so.
package final class ManualClock: WallClock {
    /// What happens to those who wait for time to pass.
    package enum Event: Equatable, Sendable {
        /// From now on `advance` wakes them.
        case sleeps(Duration)
        case givesUp
    }

    private struct Sleeper {
        var wakesAt: Instant
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Instant
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var nextID = 0
    }

    /// For one reader.
    package let events: AsyncStream<Event>

    private let state: Mutex<State>
    private let report: AsyncStream<Event>.Continuation

    /// Starts on 1 January 2026, unless told otherwise.
    package init(_ start: Instant = Instant(milliseconds: 1_767_225_600_000)) {
        state = Mutex(State(now: start))
        (events, report) = AsyncStream.makeStream(of: Event.self)
    }

    package func now() -> Instant { state.withLock(\.now) }

    /// Moves time on, and wakes whoever was to sleep until then.
    package func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now = state.now + duration
            let due = state.sleepers.filter { $0.value.wakesAt <= state.now }
            for id in due.keys { state.sleepers[id] = nil }
            return due.sorted { $0.key < $1.key }.map(\.value.continuation)
        }
        for continuation in due { continuation.resume() }
    }

    package func sleep(for duration: Duration) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enlist(id, continuation, for: duration)
            }
        } onCancel: {
            giveUp(id)
        }
    }

    private func giveUp(_ id: Int) {
        let sleeper = state.withLock { state in
            state.cancelled.insert(id)
            return state.sleepers.removeValue(forKey: id)
        }
        guard let sleeper else { return }
        sleeper.continuation.resume(throwing: CancellationError())
        report.yield(.givesUp)
    }

    private func enlist(
        _ id: Int, _ continuation: CheckedContinuation<Void, any Error>, for duration: Duration
    ) {
        let isCancelled = state.withLock { state in
            if state.cancelled.remove(id) != nil { return true }
            state.sleepers[id] = Sleeper(
                wakesAt: state.now + duration, continuation: continuation)
            return false
        }
        report.yield(.sleeps(duration))
        if isCancelled {
            continuation.resume(throwing: CancellationError())
            report.yield(.givesUp)
        }
    }
}
