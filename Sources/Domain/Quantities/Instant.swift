package import FoundationEssentials

/// A moment in UTC, in whole milliseconds since 1970.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package init(_ date: Date) {
        milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded())
    }

    /// RFC 3339 with milliseconds: `2026-01-31T09:30:00.000Z`.
    package var description: String {
        // The formatter cuts off; half a millisecond more makes up for what a Double lacks.
        Date(timeIntervalSince1970: (Double(milliseconds) + 0.5) / 1000)
            .formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package static func + (left: Self, right: Duration) -> Self {
        Self(milliseconds: left.milliseconds + right.milliseconds)
    }

    package static func - (left: Self, right: Duration) -> Self {
        Self(milliseconds: left.milliseconds - right.milliseconds)
    }

    package static func - (left: Self, right: Self) -> Duration {
        .milliseconds(left.milliseconds - right.milliseconds)
    }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension Duration {
    /// Whole milliseconds; the rest is cut off.
    package var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
