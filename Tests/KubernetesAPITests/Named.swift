/// An object of which only the name matters.
struct Named: Decodable, Equatable, Sendable {
    struct Meta: Decodable, Equatable, Sendable { var name: String }
    var metadata: Meta

    init(_ name: String) { metadata = Meta(name: name) }
}
