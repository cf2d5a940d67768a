import Foundation
package import Wire

/// What somebody asks of the API server.
package struct ModelRequest: Sendable {
    package var method: String
    /// Without the query.
    package var path: String
    package var query: [String: String]
    package var contentType: String?
    private var text = ""
    /// What the text says, where that is known without reading it.
    private var value: JSONValue?
    /// Whose fields these are, where the query does not say; the server takes the agent's name.
    package var agent: String

    /// - Parameter target: As on the first line of a request: path and query, percent-encoded.
    package init(
        _ method: String, _ target: String, body: String = "", contentType: String? = nil,
        agent: String = "unknown"
    ) {
        self.method = method
        text = body
        self.contentType = contentType
        self.agent = agent
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts[0]).removingPercentEncoding ?? String(parts[0])
        query = parts.count > 1 ? Self.members(of: parts[1]) : [:]
    }

    package init(
        _ method: String, _ target: String, json: JSONValue?, contentType: String? = nil
    ) {
        self.init(
            method, target, contentType: contentType ?? (json == nil ? nil : "application/json"))
        value = json
    }

    package var body: String {
        get { value?.compact ?? text }
        set { (text, value) = (newValue, nil) }
    }

    var hasBody: Bool { value != nil || !text.isEmpty }

    /// `nil` where the body is no JSON.
    var content: JSONValue? {
        get { value ?? JSONValue(parsing: text) }
        set { (text, value) = ("", newValue) }
    }

    package var isWatch: Bool { method == "GET" && ["1", "true"].contains(query["watch"]) }

    package var isWrite: Bool { method != "GET" }

    /// As on the first line of a request.
    package var target: String {
        var allowed = CharacterSet.alphanumerics
        allowed.insert(charactersIn: "-._~/")
        func coded(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: allowed) ?? text
        }
        let pairs = query.sorted { $0.key < $1.key }.map { "\(coded($0.key))=\(coded($0.value))" }
        return coded(path) + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    var isDryRun: Bool { query["dryRun"] != nil }

    private static func members(of query: Substring) -> [String: String] {
        let pairs = query.split(separator: "&").map { pair in
            let halves = pair.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false
            ).map { $0.replacing("+", with: " ").removingPercentEncoding ?? String($0) }
            return (halves[0], halves.count > 1 ? halves[1] : "")
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
