package import NIOHTTP1
package import Wire

/// How long a request may go without a sign of life.
package enum Patience: Sendable {
    case short
    /// A stream that is dead after a long silence.
    case watch
    /// A stream that may be silent for ever.
    case log
}

/// One request, ready to be sent, and sent again.
package struct Call: Sendable {
    package struct Body: Sendable {
        /// As in `Content-Type`.
        package var type: String
        package var value: JSONValue

        init(_ value: JSONValue, _ type: KubernetesClient.MediaType) {
            self.value = value
            self.type = type.rawValue
        }
    }

    package var method: HTTPMethod
    package var path: String
    package var query: [(String, String)]
    package var body: Body?
    /// Whether doing it twice is as doing it once.
    var isRepeatable: Bool
    package var patience: Patience

    init(
        _ method: HTTPMethod, _ path: String, query: [(String, String)] = [], body: Body? = nil,
        isRepeatable: Bool, patience: Patience = .short
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
        self.isRepeatable = isRepeatable
        self.patience = patience
    }

    var lane: Pace.Lane { method == .GET ? .reading : .changing }

    /// With the query, all of it encoded.
    var target: String {
        let items = query.map { "\($0)=\(percentEncoded($1))" }.joined(separator: "&")
        return path + (items.isEmpty ? "" : "?" + items)
    }
}
