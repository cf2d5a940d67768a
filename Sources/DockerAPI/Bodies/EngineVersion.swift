/// Which engine answers.
package struct EngineVersion: Decodable, Equatable, Sendable {
    package struct Component: Decodable, Equatable, Sendable {
        package var name: String

        package init(name: String) { self.name = name }

        private enum CodingKeys: String, CodingKey { case name = "Name" }
    }

    package var version: String
    package var apiVersion: String?
    package var components: [Component]?

    package init(version: String, apiVersion: String?, components: [Component]? = nil) {
        self.version = version
        self.apiVersion = apiVersion
        self.components = components
    }

    private enum CodingKeys: String, CodingKey {
        case version = "Version"
        case apiVersion = "ApiVersion"
        case components = "Components"
    }
}
