/// How a copy of a running service's volumes is made whole.
package enum ConsistencyMethod: Equatable, Sendable, Codable {
    /// Each SQLite database is copied by SQLite's own backup, every other file as it is.
    case sqlite
    /// The service is stopped for the copy.
    case stop
    /// The service's own command, run in its container, leaves a whole copy on its volume.
    case command([String])
}
