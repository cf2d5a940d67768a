import Wire

/// What a request carries.
struct BodyContract: Sendable {
    var type: any Requested.Type
    var isRequired: Bool

    func json() throws -> JSONValue {
        let content: JSONValue = [
            "schema": type.schema, "example": try type.exampleJSON(),
        ]
        return [
            "required": .bool(isRequired), "content": ["application/json": content],
        ]
    }
}
