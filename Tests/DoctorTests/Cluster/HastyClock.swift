import Domain

/// A clock on which nobody waits for what takes time.
struct HastyClock: WallClock {
    func now() -> Instant { Instant(milliseconds: 0) }

    func sleep(for duration: Duration) async throws { throw CancellationError() }
}
