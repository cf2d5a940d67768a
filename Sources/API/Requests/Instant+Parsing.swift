import Domain
import FoundationEssentials

extension Instant {
    /// Reads RFC 3339, with or without fractions of a second.
    init?(parsing text: String) {
        let styles = [
            Date.ISO8601FormatStyle(includingFractionalSeconds: false),
            Date.ISO8601FormatStyle(includingFractionalSeconds: true),
        ]
        guard let date = styles.lazy.compactMap({ try? $0.parse(text) }).first else {
            return nil
        }
        self.init(date)
    }
}
