import Domain
import Foundation

/// The time of day.
struct RealClock: WallClock {
    func now() -> Instant { Instant(Date()) }

    func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
