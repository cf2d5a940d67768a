/// A container as a list shows it.
package struct ContainerSummary: Decodable, Equatable, Sendable {
    package var id: String
    /// Each with a slash before it.
    package var names: [String]?
    package var image: String?
    package var state: String?
    package var labels: [String: String]?
    package var mounts: [MountPoint]?
    /// Seconds since 1970.
    package var created: Int64?

    package init(
        id: String, names: [String]? = nil, image: String? = nil, state: String? = nil,
        labels: [String: String]? = nil, mounts: [MountPoint]? = nil, created: Int64? = nil
    ) {
        self.id = id
        self.names = names
        self.image = image
        self.state = state
        self.labels = labels
        self.mounts = mounts
        self.created = created
    }

    private enum CodingKeys: String, CodingKey {
        case id = "Id"
        case names = "Names"
        case image = "Image"
        case state = "State"
        case labels = "Labels"
        case mounts = "Mounts"
        case created = "Created"
    }
}
