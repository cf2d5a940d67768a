/// The answer to a creation.
struct CreatedBody: Decodable {
    var id: String

    private enum CodingKeys: String, CodingKey { case id = "Id" }
}
