import Wire

/// Why a body is not of its kind.
struct ModelMismatch: Error, Equatable {
    var why: String
    /// Whether it is of another type of JSON; else its text cannot be read.
    var isOfType = false

    init(why: String) { self.why = why }

    init(found: JSONValue, field: String, type: String) {
        let what =
            switch found {
            case .object: "object"
            case .array: "array"
            case .string: "string"
            case .integer, .number: "number"
            case .bool: "bool"
            case .null: "null"
            }
        isOfType = true
        why = "json: cannot unmarshal \(what) into Go struct field \(field) of type \(type)"
    }
}
