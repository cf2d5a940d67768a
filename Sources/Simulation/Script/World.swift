/// A model of what Holdfast runs services on.
package enum World: String, Equatable, Sendable, CaseIterable, Codable {
    /// A host with Docker, at the port by which the program sees an engine.
    case docker
    /// A cluster, at the requests that the program's own engine and client send to it.
    case kubernetes
}
