/// Where to go from the root of the API.
package struct IndexReply: Codable, Equatable, Sendable {
    package var name: String
    package var version: String
    package var links: [String: String]

    package init(name: String, version: String, links: [String: String]) {
        self.name = name
        self.version = version
        self.links = links
    }
}
