/// The `Status` with which an API server refuses.
///
/// Source: https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/types.go
package struct StatusAnswer: Codable, Equatable, Sendable {
    package struct Details: Codable, Equatable, Sendable {
        package var name: String?
        package var kind: String?
        package var causes: [Cause]?
        package var retryAfterSeconds: Int?

        package init(
            name: String? = nil, kind: String? = nil, causes: [Cause]? = nil,
            retryAfterSeconds: Int? = nil
        ) {
            self.name = name
            self.kind = kind
            self.causes = causes
            self.retryAfterSeconds = retryAfterSeconds
        }
    }

    package struct Cause: Codable, Equatable, Sendable {
        package var reason: String?
        package var message: String?
        package var field: String?

        package init(reason: String? = nil, message: String? = nil, field: String? = nil) {
            self.reason = reason
            self.message = message
            self.field = field
        }
    }

    /// The HTTP status.
    package var code: Int
    /// For programs: `Conflict`, `AlreadyExists`, `Expired`…
    package var reason: String?
    /// For people.
    package var message: String?
    package var details: Details?

    package init(
        code: Int, reason: String? = nil, message: String? = nil, details: Details? = nil
    ) {
        self.code = code
        self.reason = reason
        self.message = message
        self.details = details
    }
}
