/// A volume that the engine has.
///
/// Its `CreatedAt` is left out on purpose: on Docker 20.10 it is the change time of the folder
/// that holds the data, so it moves with every write, and tells no volume from another.
package struct VolumeInspection: Decodable, Equatable, Sendable {
    package var name: String
    package var labels: [String: String]?

    package init(name: String, labels: [String: String]? = nil) {
        self.name = name
        self.labels = labels
    }

    private enum CodingKeys: String, CodingKey {
        case name = "Name"
        case labels = "Labels"
    }
}
