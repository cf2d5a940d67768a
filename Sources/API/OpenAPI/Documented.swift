import Wire

/// A body that the document describes. Its properties are read off the type itself, so only
/// what no type can say is written down.
protocol Documented: SchemaValue, Encodable, Equatable, Sendable {
    /// The name of its schema.
    static var schemaName: String { get }
    static var about: String { get }
    /// One for each property, by name.
    static var notes: [String: Note] { get }
    /// With each property filled in.
    static var example: Self { get }
}

extension Documented {
    static var schemaName: String { "\(Self.self)" }
    static var schema: JSONValue { .reference("schemas", schemaName) }
    static func blank() throws -> Self { try Self(from: PropertyRecorder()) }
    static var parts: [any Documented.Type] { [Self.self] }

    /// What the schema's name stands for.
    ///
    /// - Throws: `MissingNotes` when the notes are not one for each property.
    static func definition() throws -> JSONValue {
        let recorder = PropertyRecorder()
        _ = try Self(from: recorder)
        let odd = Set(recorder.properties.keys).symmetricDifference(notes.keys)
        guard odd.isEmpty else { throw MissingNotes(type: schemaName, properties: odd.sorted()) }
        let isSent = Self.self is any Requested.Type
        let properties = recorder.properties.map { name, property in
            let mayBeNull = isSent && !property.isRequired
            let schema = mayBeNull ? property.schema.orNull : property.schema
            return (name, schema.merging(notes[name]?.facts ?? [:]))
        }
        let required = recorder.properties.filter(\.value.isRequired).keys.sorted()
        return [
            "type": "object", "description": .string(about), "additionalProperties": false,
            "properties": .object(Dictionary(properties) { $1 }),
            "required": JSONValue(texts: required),
            "examples": [try exampleJSON()],
        ]
    }

    static func exampleJSON() throws -> JSONValue { try JSONValue(encoding: example) }

    /// The bodies that it is made of, directly.
    static func members() throws -> [any Documented.Type] {
        let recorder = PropertyRecorder()
        _ = try Self(from: recorder)
        return recorder.properties.values.flatMap(\.parts)
    }
}

/// The notes of a body, in `OpenAPI/Bodies`, are not one for each of its properties.
struct MissingNotes: Error {
    var type: String
    /// Those that lack a note, and those that a note speaks of though they are not there.
    var properties: [String]
}

extension JSONValue {
    /// What a property may be that a client may also leave out.
    fileprivate var orNull: JSONValue {
        guard let type = self["type"] else { return self }
        return merging(["type": [type, "null"]])
    }
}
