import FoundationEssentials

/// The server's moments, for people.
enum Moment {
    /// `2026-01-31T09:30:00.000Z` as `2026-01-31 09:30:00Z`; anything else as it is.
    static func text(_ moment: String?) -> String {
        guard let moment else { return "" }
        guard let match = moment.wholeMatch(of: /(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?Z/)
        else { return moment.printable }
        return "\(match.1) \(match.2)Z"
    }

    static func date(_ moment: String) -> Date? {
        let styles = [true, false].map { Date.ISO8601FormatStyle(includingFractionalSeconds: $0) }
        return styles.lazy.compactMap { try? $0.parse(moment) }.first
    }
}
