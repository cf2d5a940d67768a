/// A volume at its place in a container to be made.
package struct MountBody: Codable, Equatable, Sendable {
    package struct VolumeOptions: Codable, Equatable, Sendable {
        /// Leaves an empty volume empty. Without it, what the image has at that path is copied
        /// in, and its owner is set, at *every* start while the volume is empty.
        package var noCopy: Bool?

        package init(noCopy: Bool) { self.noCopy = noCopy }

        private enum CodingKeys: String, CodingKey { case noCopy = "NoCopy" }
    }

    package var type: String
    package var source: String?
    package var target: String
    package var volumeOptions: VolumeOptions?

    package init(volume: String, target: String, noCopy: Bool = false) {
        type = "volume"
        source = volume
        self.target = target
        volumeOptions = noCopy ? VolumeOptions(noCopy: true) : nil
    }

    private enum CodingKeys: String, CodingKey {
        case type = "Type"
        case source = "Source"
        case target = "Target"
        case volumeOptions = "VolumeOptions"
    }
}
