import Domain

/// Time that stands still: a pause of less than a minute is over at once, a longer one never.
struct ImpatientClock: WallClock {
    func now() -> Instant { Instant(milliseconds: 0) }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        if duration >= .seconds(60) { try await Task.sleep(for: .seconds(1_000_000)) }
    }
}
