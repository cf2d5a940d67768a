/// A volume to be made.
package struct VolumeBody: Encodable, Equatable, Sendable {
    package var name: String
    package var driver: String
    /// The driver's own: the local one mounts `device`, of `type`, with the options `o`.
    package var options: [String: String]?
    package var labels: [String: String]

    package init(
        name: String, driver: String = "local", options: [String: String]? = nil,
        labels: [String: String] = [:]
    ) {
        self.name = name
        self.driver = driver
        self.options = options
        self.labels = labels
    }

    private enum CodingKeys: String, CodingKey {
        case name = "Name"
        case driver = "Driver"
        case options = "DriverOpts"
        case labels = "Labels"
    }
}
