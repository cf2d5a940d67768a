package import Domain
import Foundation

/// The time of day.
package struct RealClock: WallClock {
    package init() {}

    package func now() -> Instant { Instant(Date()) }

    package func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
