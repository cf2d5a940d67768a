package import Domain
import FoundationEssentials

/// The time of the machine.
package struct SystemClock: WallClock {
    package init() {}

    package func now() -> Instant { Instant(Date()) }

    package func sleep(for duration: Duration) async throws {
        try await Task.sleep(for: duration)
    }
}
