/// An image's name, split as a pull wants it.
///
/// Grammar: https://docs.docker.com/reference/cli/docker/image/tag/#description
struct ImageReference: Equatable {
    /// With the digest, where the name has one.
    var repository: String
    var tag: String?

    /// A name with neither tag nor digest means `latest`: the API would pull every tag there is.
    init(_ name: String) {
        let lastPart = name.lastIndex(of: "/") ?? name.startIndex
        if name.contains("@") {
            repository = name
        } else if let colon = name[lastPart...].lastIndex(of: ":") {
            repository = String(name[..<colon])
            tag = String(name[name.index(after: colon)...])
        } else {
            repository = name
            tag = "latest"
        }
    }

    var tagQuery: [(String, String)] { tag.map { [("tag", $0)] } ?? [] }
}
