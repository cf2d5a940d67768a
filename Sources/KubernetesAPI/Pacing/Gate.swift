import Domain
import Synchronization

/// Lets requests pass at the pace that the server can bear; the others wait in turn.
final class Gate: Sendable {
    private struct Waiter {
        var id: Int
        var lane: Pace.Lane
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var pace = Pace()
        var waiting: [Waiter] = []
        var cancelled: Set<Int> = []
        var nextID = 0
    }

    private let state = Mutex(State())
    private let clock: any WallClock

    init(clock: any WallClock) { self.clock = clock }

    /// Waits until a request may go; whoever passes must `leave`.
    ///
    /// - Throws: `CancellationError`.
    func enter(_ lane: Pace.Lane) async throws -> Pace.Pass {
        do {
            while true {
                try Task.checkCancellation()
                switch tryToEnter(lane) {
                case .passed(let pass): return pass
                case .mustWait(let pause?): try await clock.sleep(for: pause)
                case .mustWait(nil): try await waitForAnother(lane)
                }
            }
        } catch {
            // Whoever was woken, and does not go, makes room for the next.
            wake(lane)
            throw error
        }
    }

    func leave(_ pass: Pace.Pass, _ outcome: Pace.Outcome) {
        let now = clock.now()
        state.withLock { $0.pace.end(pass, outcome, at: now) }
        wake(pass.lane)
    }

    /// How many may pass at once, as things are.
    func width(_ lane: Pace.Lane) -> Int { state.withLock { $0.pace.width(lane) } }

    /// How many of them could pass now.
    func free(_ lane: Pace.Lane) -> Int { state.withLock { $0.pace.free(lane) } }

    /// How many wait for another to leave.
    var waiting: Int { state.withLock(\.waiting.count) }

    private enum Attempt {
        case passed(Pace.Pass)
        /// For so long, or until another has left.
        case mustWait(Duration?)
    }

    private func tryToEnter(_ lane: Pace.Lane) -> Attempt {
        let now = clock.now()
        return state.withLock { state in
            switch state.pace.admission(lane, at: now) {
            case .now: .passed(state.pace.begin(lane))
            case .after(let pause): .mustWait(pause)
            case .whenAnotherEnds: .mustWait(nil)
            }
        }
    }

    private func wake(_ lane: Pace.Lane) {
        let woken = state.withLock { state in
            let woken = state.waiting.filter { $0.lane == lane }.prefix(state.pace.free(lane))
            let ids = Set(woken.map(\.id))
            state.waiting.removeAll { ids.contains($0.id) }
            return woken
        }
        for waiter in woken { waiter.continuation.resume() }
    }
}

extension Gate {
    private func waitForAnother(_ lane: Pace.Lane) async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enlist(Waiter(id: id, lane: lane, continuation: continuation))
            }
        } onCancel: {
            giveUp(id)
        }
        state.withLock { _ = $0.cancelled.remove(id) }
    }

    private func giveUp(_ id: Int) {
        let waiter = state.withLock { state in
            guard let place = state.waiting.firstIndex(where: { $0.id == id }) else {
                state.cancelled.insert(id)
                return Waiter?.none
            }
            return state.waiting.remove(at: place)
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }

    private func enlist(_ waiter: Waiter) {
        enum Fate { case waits, goes, isCancelled }
        let fate = state.withLock { state in
            if state.cancelled.remove(waiter.id) != nil { return Fate.isCancelled }
            // Another may have left in the meantime.
            guard state.pace.free(waiter.lane) == 0 else { return .goes }
            state.waiting.append(waiter)
            return .waits
        }
        switch fate {
        case .waits: break
        case .goes: waiter.continuation.resume()
        case .isCancelled: waiter.continuation.resume(throwing: CancellationError())
        }
    }
}
