/// A container to be joined to a network, or parted from it.
struct ConnectionBody: Encodable {
    var container: String

    private enum CodingKeys: String, CodingKey { case container = "Container" }
}
