package import Domain
import FoundationEssentials

extension Instant {
    /// Reads `2026-11-23T15:14:39.073458629Z`, to the second; `nil` where it is no such time.
    package init?(rfc3339 text: String) {
        let whole = text.replacing(/\.[0-9]+/, with: "")
        guard let date = try? Date(whole, strategy: .iso8601) else { return nil }
        self.init(date)
    }
}
