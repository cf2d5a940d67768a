/// What the catalog has now for a service, and the service has not.
package struct UpdateReply: Codable, Equatable, Sendable {
    package var fromImage: String
    /// The same as `fromImage` where only something else of the definition has changed.
    package var toImage: String
    /// The parts that differ: `image`, `command`, `port`, `user`, `environment`, `secrets`,
    /// `volumes`, `health`, `stopTimeout`, `limits`, `volume sizes`.
    package var changes: [String]
    /// Why it cannot be had, if it cannot.
    package var obstacle: String?

    package init(
        fromImage: String, toImage: String, changes: [String], obstacle: String? = nil
    ) {
        self.fromImage = fromImage
        self.toImage = toImage
        self.changes = changes
        self.obstacle = obstacle
    }
}
