import FoundationEssentials

extension Instant {
    /// Reads `2026-11-23T15:14:39.073458629+01:00`, to the millisecond; `nil` where it is no such
    /// time (https://www.rfc-editor.org/rfc/rfc3339, section 5.6).
    package init?(rfc3339 text: String) {
        // Foundation overlooks what follows a time, and knows no zone more than 18 hours away.
        let form =
            /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))/
        guard let parts = text.uppercased().wholeMatch(of: form),
            let date = try? Date(parts.1 + "Z", strategy: .iso8601)
        else { return nil }
        let minutes = 60 * Self.number(parts.4) + Self.number(parts.5)
        let fraction = Self.number((parts.2 ?? "").prefix(3).padded(to: 3))
        self =
            Instant(date) + .milliseconds(fraction)
            - .seconds(60 * (parts.3 == "-" ? -minutes : minutes))
    }

    private static func number(_ digits: (some StringProtocol)?) -> Int {
        digits.flatMap { Int($0) } ?? 0
    }
}

extension Substring {
    fileprivate func padded(to length: Int) -> String {
        self + String(repeating: "0", count: Swift.max(0, length - count))
    }
}
