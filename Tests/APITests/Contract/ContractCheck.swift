import API
import FoundationEssentials
import Hummingbird
import Testing
import Wire

/// Holds answers against the document: every answer in these tests passes through it.
struct ContractCheck {
    static let shared = Result { ContractCheck(document: try OpenAPIDocument.json()) }

    let document: JSONValue

    private var schemas: SchemaCheck { SchemaCheck(document: document) }

    /// What the document did not foretell of an answer.
    func complaints(
        about answer: Answer, to method: HTTPRequest.Method, _ uri: String
    ) throws -> [String] {
        guard let endpoint = Self.endpoint(method == .head ? .get : method, uri) else {
            return []
        }
        let place = "\(method.rawValue) \(uri) \(answer.status)"
        let operation = document["paths"]?[endpoint.path]?[
            endpoint.method.rawValue.lowercased()]
        guard let response = operation?["responses"]?["\(answer.status)"] else {
            return ["\(place): the document does not know this status"]
        }
        let headers = (response["headers"] ?? [:]).members.filter { name, header in
            let known = header["$ref"]?.text.flatMap(schemas.resolve)
            guard known?["required"] == true, let name = HTTPName(name) else { return false }
            return answer.headers[name] == nil
        }
        return try headers.keys.map { "\(place): no \($0)" }
            + body(of: answer, response, place, isHead: method == .head)
    }

    private func body(
        of answer: Answer, _ response: JSONValue, _ place: String, isHead: Bool
    ) throws -> [String] {
        guard let contents = response["content"]?.members, !contents.isEmpty else {
            return answer.body.isEmpty ? [] : ["\(place): it has a body"]
        }
        let type = answer.headers[.contentType] ?? "nothing"
        guard let content = contents[type] else {
            return ["\(place): the document does not know \(type)"]
        }
        // Streams and pages are text to the document.
        guard let schema = content["schema"], type.contains(/[\/+]json$/), !isHead else {
            return []
        }
        let value = try answer.decoded(JSONValue.self)
        return schemas.complaints(about: value, schema, at: place)
    }

    /// The one that a path is for; names win over variables.
    static func endpoint(_ method: HTTPRequest.Method, _ uri: String) -> Endpoint? {
        let path = uri.prefix { $0 != "?" }.split(separator: "/")
        return Contract.endpoints.filter { endpoint in
            let parts = endpoint.path.split(separator: "/")
            return endpoint.method == method && parts.count == path.count
                && zip(parts, path).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
        .min { $0.path.count { $0 == "{" } < $1.path.count { $0 == "{" } }
    }
}
