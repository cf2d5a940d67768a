import Domain
import FoundationEssentials

extension Instant {
    /// Reads RFC 3339, with or without fractions of a second.
    init?(parsing text: String) {
        // Foundation overlooks what follows a time, and knows no zone more than 18 hours away.
        let form =
            /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?)(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))/
        guard let parts = text.uppercased().wholeMatch(of: form) else { return nil }
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: parts.2 != nil)
        guard let date = try? style.parse(parts.1 + "Z") else { return nil }
        let minutes = 60 * (parts.4.flatMap { Int($0) } ?? 0) + (parts.5.flatMap { Int($0) } ?? 0)
        self = Instant(date) - .seconds(60 * (parts.3 == "-" ? -minutes : minutes))
    }
}
