/// One line of a watch. Each but an error says up to which version of the world it tells.
///
/// Source: https://kubernetes.io/docs/reference/using-api/api-concepts/
package enum WatchEvent<Body: Decodable & Sendable>: Sendable {
    case added(Body, version: String)
    case modified(Body, version: String)
    /// As it last was.
    case deleted(Body, version: String)
    /// Nothing has changed up to here.
    case bookmark(version: String)
    /// The watch is over.
    case error(StatusAnswer)
}

extension WatchEvent: Decodable {
    private enum CodingKeys: CodingKey { case type, object }

    private struct Versioned: Decodable {
        struct Meta: Decodable { var resourceVersion: String }
        var metadata: Meta
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let type = try container.decode(String.self, forKey: .type)
        guard type != "ERROR" else {
            self = .error(try container.decode(StatusAnswer.self, forKey: .object))
            return
        }
        let version = try container.decode(Versioned.self, forKey: .object)
            .metadata.resourceVersion
        guard type != "BOOKMARK" else {
            self = .bookmark(version: version)
            return
        }
        let body = try container.decode(Body.self, forKey: .object)
        switch type {
        case "ADDED": self = .added(body, version: version)
        case "MODIFIED": self = .modified(body, version: version)
        case "DELETED": self = .deleted(body, version: version)
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: container, debugDescription: "no event is called \(type)")
        }
    }
}

extension WatchEvent: Equatable where Body: Equatable {}
