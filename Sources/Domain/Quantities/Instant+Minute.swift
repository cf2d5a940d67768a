extension Instant {
    /// To the minute, the rest cut off: `2026-01-31T09:30Z`.
    package var minute: String { "\(description.prefix(16))Z" }
}
