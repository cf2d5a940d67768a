package import Wire

/// What the API server says.
package struct ModelAnswer: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
        case json(JSONValue)
        /// Not JSON: `ok`, a log, the words of a multiplexer that knows no such path.
        case text(String)
    }

    package var code: Int
    package var content: Content
    /// Seconds, as in `Retry-After`.
    package var retryAfter: Int?

    package init(_ code: Int, _ json: JSONValue, retryAfter: Int? = nil) {
        self.code = code
        self.retryAfter = retryAfter
        content = .json(json)
    }

    package init(_ code: Int, text: String) {
        self.code = code
        content = .text(text)
    }

    /// The JSON of it; null where it is none.
    package var body: JSONValue {
        if case .json(let value) = content { value } else { .null }
    }

    package var isSuccess: Bool { code < 300 }
}
