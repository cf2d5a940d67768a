import Wire

/// A `Status` with which the server says no.
///
/// Sources: the answers of kube-apiserver 1.36.2;
/// https://github.com/kubernetes/apimachinery/blob/master/pkg/api/errors/errors.go
struct ModelRefusal: Error, Equatable {
    struct Cause: Equatable {
        var field: String
        /// `FieldValueInvalid`, `FieldValueForbidden`…
        var reason: String
        var message: String

        static func invalid(_ field: String, _ value: JSONValue, _ why: String) -> Self {
            Self(
                field: field, reason: "FieldValueInvalid",
                message: "Invalid value: \(value.compact): \(why)")
        }

        static func forbidden(_ field: String, _ why: String) -> Self {
            Self(field: field, reason: "FieldValueForbidden", message: "Forbidden: \(why)")
        }

        static func required(_ field: String, _ why: String = "") -> Self {
            Self(
                field: field, reason: "FieldValueRequired",
                message: why.isEmpty ? "Required value" : "Required value: \(why)")
        }

        static func unsupported(_ field: String, _ value: JSONValue, _ known: [String]) -> Self {
            let list = known.map { "\"\($0)\"" }.joined(separator: ", ")
            return Self(
                field: field, reason: "FieldValueNotSupported",
                message: "Unsupported value: \(value.compact): supported values: \(list)")
        }
    }

    var code: Int
    var reason: String?
    var message: String
    var details: JSONValue?
    var metadata: JSONValue = [:]

    var status: JSONValue {
        var status: JSONValue = [
            "kind": "Status", "apiVersion": "v1", "metadata": metadata, "status": "Failure",
            "message": .string(message), "code": .integer(code),
        ]
        status["reason"] = reason.map(JSONValue.string)
        status["details"] = details
        return status
    }

    var answer: ModelAnswer {
        ModelAnswer(code, status, retryAfter: details?["retryAfterSeconds"]?.int)
    }
}
