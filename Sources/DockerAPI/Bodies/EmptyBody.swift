/// `{}`, where only the key says something.
package struct EmptyBody: Codable, Equatable, Sendable {
    package init() {}
}
