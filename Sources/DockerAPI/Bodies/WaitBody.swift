/// How a container has ended.
struct WaitBody: Decodable {
    var statusCode: Int

    private enum CodingKeys: String, CodingKey { case statusCode = "StatusCode" }
}
