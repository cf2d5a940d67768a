/// Something mounted in a container, as the engine shows it.
package struct MountPoint: Decodable, Equatable, Sendable {
    package var type: String?
    /// Of the volume, where it is one.
    package var name: String?
    package var destination: String?
    package var isWritable: Bool?

    package init(
        type: String?, name: String?, destination: String?, isWritable: Bool? = true
    ) {
        self.type = type
        self.name = name
        self.destination = destination
        self.isWritable = isWritable
    }

    private enum CodingKeys: String, CodingKey {
        case type = "Type"
        case name = "Name"
        case destination = "Destination"
        case isWritable = "RW"
    }
}
