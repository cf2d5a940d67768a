/// An image that the engine has.
package struct ImageInspection: Decodable, Equatable, Sendable {
    package var id: String

    private enum CodingKeys: String, CodingKey { case id = "Id" }
}
