extension Duration {
    /// Days as `Duration` has them: of 24 hours.
    package static func days(_ count: Int) -> Duration { .seconds(count * 86_400) }

    /// In its largest whole unit, for people: `3 days`, `1 hour`, `12 seconds`.
    package var words: String {
        let seconds = milliseconds / 1000
        let units: [(name: String, seconds: Int64)] = [
            ("day", 86_400), ("hour", 3600), ("minute", 60), ("second", 1),
        ]
        let unit = units.first { seconds >= $0.seconds } ?? ("second", 1)
        let count = seconds / unit.seconds
        return "\(count) \(unit.name)\(count == 1 ? "" : "s")"
    }
}
