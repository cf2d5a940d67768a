/// What an API server says of itself.
package struct ServerVersion: Decodable, Equatable, Sendable {
    /// `1`
    package var major: String
    /// `36`, with some makers `36+`.
    package var minor: String
    /// `v1.36.2`
    package var gitVersion: String
}
