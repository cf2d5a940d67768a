import Domain

/// The clock of one process.
struct GuardedClock: WallClock {
    let stage: Stage
    let life: Life

    func now() -> Instant { stage.clock.now() }

    func sleep(for duration: Duration) async throws {
        guard life.isAlive else { throw CancellationError() }
        try await stage.clock.sleep(for: duration)
        guard life.isAlive else { throw CancellationError() }
    }
}
