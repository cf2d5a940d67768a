package import Domain

/// Time that goes on only while nobody has anything to do, or when it is told to.
///
/// It knows two times: how much has truly gone by, and what the clock on the wall shows, which can
/// be set wrong.
package final class VirtualClock: WallClock, @unchecked Sendable {
    // Unchecked: all of it is touched by the thread alone that drives the executor.
    private struct Sleeper {
        var id: Int
        var wakesAt: Int64
        var continuation: CheckedContinuation<Void, any Error>
    }

    private static let start: Int64 = 1_767_225_600_000
    private var sleepers: [Sleeper] = []
    private var nextID = 0
    private var passed: Int64 = 0
    private var error: Int64 = 0
    /// From when on the clock on the wall was wrong by how much.
    private var eras: [(from: Int64, error: Int64)] = [(0, 0)]

    package init() {}

    /// How much time has truly gone by since the beginning.
    package var elapsed: Duration { .milliseconds(passed) }

    /// By how much the clock on the wall is wrong.
    package var isAheadBy: Duration { .milliseconds(error) }

    package func now() -> Instant { Instant(milliseconds: Self.start + passed + error) }

    /// What it would show, were it right.
    package var truly: Instant { Instant(milliseconds: Self.start + passed) }

    /// Sets the clock on the wall; those who sleep do not notice.
    package func leap(by duration: Duration) {
        error += duration.milliseconds
        eras.append((passed, error))
    }

    /// How much time had truly gone by when the clock on the wall showed this; where it did so more
    /// than once, the first time.
    package func elapsed(atShown moment: Instant) -> Duration {
        let ends = eras.dropFirst().map(\.from) + [passed]
        let times = zip(eras, ends).compactMap { era, end -> Int64? in
            let time = moment.milliseconds - Self.start - era.error
            return time >= era.from && time <= end ? time : nil
        }
        return .milliseconds(times.first ?? passed)
    }

    /// Lets much time go by at once: whoever should have woken meanwhile wakes once.
    package func jump(by duration: Duration) {
        passed += duration.milliseconds
        wakeDue()
    }

    /// Goes on to whoever wakes next; false where nobody sleeps.
    func wakeNext() -> Bool {
        guard let next = sleepers.min(by: { $0.wakesAt < $1.wakesAt }) else { return false }
        passed = max(passed, next.wakesAt)
        wakeDue()
        return true
    }

    private func wakeDue() {
        let due = sleepers.filter { $0.wakesAt <= passed }
        sleepers.removeAll { $0.wakesAt <= passed }
        for sleeper in due { sleeper.continuation.resume() }
    }

    private func enlist(_ sleeper: Sleeper) {
        guard !Task.isCancelled else {
            return sleeper.continuation.resume(throwing: CancellationError())
        }
        sleepers.append(sleeper)
    }

    package func sleep(for duration: Duration) async throws {
        nextID += 1
        let id = nextID
        let wakesAt = passed + max(1, duration.milliseconds)
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                enlist(Sleeper(id: id, wakesAt: wakesAt, continuation: $0))
            }
        } onCancel: {
            guard let place = sleepers.firstIndex(where: { $0.id == id }) else { return }
            sleepers.remove(at: place).continuation.resume(throwing: CancellationError())
        }
    }
}
