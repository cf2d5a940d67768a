/// What the engine does by itself when a container's process has ended.
package struct RestartPolicy: Codable, Equatable, Sendable {
    package var name: String

    package init(_ name: String) { self.name = name }

    package static let unlessStopped = RestartPolicy("unless-stopped")

    private enum CodingKeys: String, CodingKey { case name = "Name" }
}
