/// A volume to be made.
package struct VolumeBody: Encodable, Equatable, Sendable {
    package var name: String
    package var driver: String
    package var labels: [String: String]

    package init(name: String, driver: String = "local", labels: [String: String] = [:]) {
        self.name = name
        self.driver = driver
        self.labels = labels
    }

    private enum CodingKeys: String, CodingKey {
        case name = "Name"
        case driver = "Driver"
        case labels = "Labels"
    }
}
