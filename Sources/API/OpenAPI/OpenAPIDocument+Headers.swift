import Wire

extension OpenAPIDocument {
    /// The header fields of answers. Those that are not always there say so.
    static let headers: JSONValue = [
        "X-Request-Id": header("The client's own name for the request, or one made for it."),
        "Location": header("The path of what was made."),
        "Preference-Applied": header("What of `Prefer` was heeded.", isRequired: false),
        "Retry-After": header("After how many seconds to try again.", ["type": "integer"]),
        "WWW-Authenticate": header("How to log in.", ["const": "Bearer"]),
        "ETag": header("Changes when the content does."),
    ]

    /// Those of a problem with a status, beside the one that all answers have.
    static func headers(ofProblem status: Int) -> [String] {
        switch status {
        case 401: ["WWW-Authenticate"]
        case 429, 503: ["Retry-After"]
        default: []
        }
    }

    private static func header(
        _ about: String, _ schema: JSONValue = ["type": "string"], isRequired: Bool = true
    ) -> JSONValue {
        ["description": .string(about), "required": .bool(isRequired), "schema": schema]
    }
}
