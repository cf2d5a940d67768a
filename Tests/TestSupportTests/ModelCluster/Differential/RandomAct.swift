import TestSupport
import Wire

/// A request that two servers can be asked: `<uid>` and `<version>` in its body stand for what the
/// object has there.
struct RandomAct: CustomStringConvertible {
    var method: String
    var target: String
    var body: JSONValue?
    var contentType: String?
    /// The object whose uid and version are meant.
    var path: String?

    var description: String { "\(method) \(target) \(body?.compact ?? "")" }

    var needsObject: Bool { body?.compact.contains("\"<") ?? false }

    /// - Parameter object: As the server that will be asked has it.
    func request(about object: JSONValue) -> ModelRequest {
        let body = self.body.map { Self.filled($0, from: object) }
        return ModelRequest(method, target, json: body, contentType: contentType)
    }

    private static func filled(_ value: JSONValue, from object: JSONValue) -> JSONValue {
        switch value {
        case .object(let members): .object(members.mapValues { filled($0, from: object) })
        case .array(let items): .array(items.map { filled($0, from: object) })
        case "<uid>": .string(object.uid ?? "nobody")
        case "<version>": .string(object.resourceVersion ?? "1")
        default: value
        }
    }
}
