package import Wire

/// One step of the history: what was, and what is.
package struct ModelChange: Equatable, Sendable {
    package var version: Int
    package var key: ModelKey
    /// `nil` where it was made now.
    package var before: JSONValue?
    /// `nil` where it is gone.
    package var after: JSONValue?
}
