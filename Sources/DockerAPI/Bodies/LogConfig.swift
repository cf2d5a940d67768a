/// Where a container's output is kept, and how much of it.
package struct LogConfig: Codable, Equatable, Sendable {
    package var driver: String
    package var options: [String: String]?

    package init(driver: String, options: [String: String]? = nil) {
        self.driver = driver
        self.options = options
    }

    private enum CodingKeys: String, CodingKey {
        case driver = "Type"
        case options = "Config"
    }
}
