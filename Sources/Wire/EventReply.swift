/// Something that befell an instance.
package struct EventReply: Codable, Equatable, Sendable {
    /// Where a page goes on: `before`.
    package var sequence: Int64
    package var at: String
    /// `info`, `warning` or `alert`.
    package var severity: String
    /// Stable, for programs: `volume-lost`.
    package var kind: String
    package var message: String

    package init(sequence: Int64, at: String, severity: String, kind: String, message: String) {
        self.sequence = sequence
        self.at = at
        self.severity = severity
        self.kind = kind
        self.message = message
    }
}
