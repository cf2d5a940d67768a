/// Whether this program serves.
package struct HealthReply: Codable, Equatable, Sendable {
    /// Always `ok`.
    package var status: String

    package init(status: String) {
        self.status = status
    }
}
