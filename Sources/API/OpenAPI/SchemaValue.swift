import Wire

/// A type whose JSON schema is known.
protocol SchemaValue: Decodable {
    static var schema: JSONValue { get }
    /// Some value, for whoever needs one to go on.
    static func blank() throws -> Self
    /// The bodies that the schema refers to.
    static var parts: [any Documented.Type] { get }
}

extension SchemaValue {
    static var parts: [any Documented.Type] { [] }
}

extension String: SchemaValue {
    static var schema: JSONValue { ["type": "string"] }
    static func blank() -> String { "" }
}

extension Bool: SchemaValue {
    static var schema: JSONValue { ["type": "boolean"] }
    static func blank() -> Bool { false }
}

extension Int: SchemaValue {
    static var schema: JSONValue { ["type": "integer", "format": "int64"] }
    static func blank() -> Int { 0 }
}

extension Int64: SchemaValue {
    static var schema: JSONValue { Int.schema }
    static func blank() -> Int64 { 0 }
}

extension Double: SchemaValue {
    static var schema: JSONValue { ["type": "number"] }
    static func blank() -> Double { 0 }
}

extension Array: SchemaValue where Element: SchemaValue {
    static var schema: JSONValue { ["type": "array", "items": Element.schema] }
    static func blank() -> [Element] { [] }
    static var parts: [any Documented.Type] { Element.parts }
}

extension Dictionary: SchemaValue where Key == String, Value: SchemaValue {
    static var schema: JSONValue {
        ["type": "object", "additionalProperties": Value.schema]
    }
    static func blank() -> [String: Value] { [:] }
    static var parts: [any Documented.Type] { Value.parts }
}
