/// Something that has just happened at the engine.
package struct EngineEvent: Decodable, Equatable, Sendable {
    package struct Subject: Decodable, Equatable, Sendable {
        /// Of a container its id, of a volume its name.
        package var id: String?
        /// Of a container: its labels, its name, its image.
        package var attributes: [String: String]?

        package init(id: String?, attributes: [String: String]? = nil) {
            self.id = id
            self.attributes = attributes
        }

        private enum CodingKeys: String, CodingKey {
            case id = "ID"
            case attributes = "Attributes"
        }
    }

    package var type: String?
    package var action: String?
    package var subject: Subject?
    /// Nanoseconds since 1970, by the engine's clock.
    package var nanoseconds: Int64?

    package init(type: String?, action: String?, subject: Subject?, nanoseconds: Int64? = nil) {
        self.type = type
        self.action = action
        self.subject = subject
        self.nanoseconds = nanoseconds
    }

    private enum CodingKeys: String, CodingKey {
        case type = "Type"
        case action = "Action"
        case subject = "Actor"
        case nanoseconds = "timeNano"
    }
}
