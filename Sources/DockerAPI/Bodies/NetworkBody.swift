/// A network to be made.
package struct NetworkBody: Encodable, Equatable, Sendable {
    package var name: String
    package var driver: String
    package var options: [String: String]
    package var labels: [String: String]
    /// Older engines make two of one name unless told to look first.
    package var checkDuplicate = true

    package init(
        name: String, driver: String = "bridge", options: [String: String] = [:],
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
        case options = "Options"
        case labels = "Labels"
        case checkDuplicate = "CheckDuplicate"
    }
}
