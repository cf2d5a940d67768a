/// How much the engine's volumes hold.
package struct DiskUsageBody: Decodable, Equatable, Sendable {
    package struct Volume: Decodable, Equatable, Sendable {
        package struct Usage: Decodable, Equatable, Sendable {
            /// In bytes; -1 where it is not known.
            package var size: Int64

            package init(size: Int64) { self.size = size }

            private enum CodingKeys: String, CodingKey { case size = "Size" }
        }

        package var name: String
        package var usage: Usage?

        package init(name: String, usage: Usage?) {
            self.name = name
            self.usage = usage
        }

        private enum CodingKeys: String, CodingKey {
            case name = "Name"
            case usage = "UsageData"
        }
    }

    package var volumes: [Volume]?

    package init(volumes: [Volume]?) { self.volumes = volumes }

    private enum CodingKeys: String, CodingKey { case volumes = "Volumes" }
}
