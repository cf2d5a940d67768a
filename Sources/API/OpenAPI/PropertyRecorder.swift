import Wire

/// Learns the properties of a type by pretending to decode one, and noting what it asks for.
final class PropertyRecorder: Decoder {
    struct Property {
        var schema: JSONValue
        var isRequired: Bool
        var parts: [any Documented.Type]
    }

    /// The type decodes itself in a way that tells nothing of its properties.
    struct Unknowable: Error { var what: String }

    private(set) var properties: [String: Property] = [:]
    fileprivate var optional: Set<String> = []
    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    fileprivate func note<Value>(_ type: Value.Type, _ name: String) throws -> Value {
        guard let known = type as? any SchemaValue.Type, let blank = try known.blank() as? Value
        else { throw Unknowable(what: "\(name): the schema of \(type) is not known") }
        properties[name] = Property(
            schema: known.schema, isRequired: !optional.contains(name), parts: known.parts)
        return blank
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(RecordedKeys<Key>(recorder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw Unknowable(what: "a list without a type")
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        throw Unknowable(what: "a value without a name")
    }
}

/// Has every key.
private struct RecordedKeys<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let recorder: PropertyRecorder
    let codingPath: [any CodingKey] = []
    let allKeys: [Key] = []

    /// Asked only of what may be absent.
    func contains(_ key: Key) -> Bool {
        recorder.optional.insert(key.stringValue)
        return true
    }

    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try recorder.note(type, key.stringValue)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        throw PropertyRecorder.Unknowable(what: key.stringValue)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw PropertyRecorder.Unknowable(what: key.stringValue)
    }

    func superDecoder() -> any Decoder { recorder }

    func superDecoder(forKey key: Key) -> any Decoder { recorder }
}
