package import Domain
import Foundation

/// What a write needs from outside: the time, and names for what is new.
package struct ModelMoment {
    package var now: Instant
    package var newUID: () -> String

    package init(now: Instant, newUID: @escaping () -> String) {
        self.now = now
        self.newUID = newUID
    }

    /// As objects tell time: to the second.
    var timestamp: String { Self.timestamp(now) }

    func timestamp(in seconds: Int) -> String {
        Self.timestamp(now + .seconds(seconds))
    }

    private static func timestamp(_ instant: Instant) -> String {
        Date(timeIntervalSince1970: (Double(instant.milliseconds) / 1000).rounded(.down))
            .formatted(.iso8601)
    }
}
