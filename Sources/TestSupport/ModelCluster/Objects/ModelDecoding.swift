import Foundation
import Wire

/// Reads a body as the server's own types would: what does not fit is refused, what is unknown
/// or empty is dropped.
struct ModelDecoding {
    var kind: ModelKind

    /// - Throws: Why, in the words of Go's decoder.
    func decoded(_ object: JSONValue) throws(ModelMismatch) -> JSONValue {
        var object = object
        for member in object.members.keys where !isKnown(member) { object[member] = nil }
        object["kind"] = .string(kind.name)
        object["apiVersion"] = .string(kind.apiVersion)
        object = Self.withoutNulls(object)
        try strings("metadata", "labels", in: object, as: "ObjectMeta.metadata.labels")
        try strings("metadata", "annotations", in: object, as: "ObjectMeta.metadata.annotations")
        switch kind {
        case .configMap: try strings("data", in: object, as: "ConfigMap.data")
        case .secret: try checkSecret(object)
        default: break
        }
        try readQuantities(&object)
        dropEmpty(&object)
        return object
    }

    private func isKnown(_ member: String) -> Bool {
        ["apiVersion", "kind", "metadata"].contains(member) || kind.members.contains(member)
    }

    private func checkSecret(_ object: JSONValue) throws(ModelMismatch) {
        try strings("data", in: object, as: "Secret.data")
        try strings("stringData", in: object, as: "Secret.stringData")
        for (_, value) in object["data"]?.members ?? [:] {
            guard Data(base64Encoded: value.text ?? "") != nil else {
                throw ModelMismatch(why: "illegal base64 data at input byte 0")
            }
        }
    }

    private func strings(
        _ path: String..., in object: JSONValue, as field: String
    ) throws(ModelMismatch) {
        guard let value = object[path] else { return }
        guard case .object(let members) = value else {
            throw ModelMismatch(found: value, field: field, type: "map[string]string")
        }
        for member in members.keys.sorted() where members[member]?.text == nil {
            throw ModelMismatch(found: members[member] ?? .null, field: field, type: "string")
        }
    }

    private func readQuantities(_ object: inout JSONValue) throws(ModelMismatch) {
        let places = [
            ["spec", "resources", "requests"], ["spec", "resources", "limits"],
            ["spec", "capacity"], ["status", "capacity"], ["spec", "hard"], ["status", "hard"],
            ["status", "used"], ["status", "allocatedResources"],
        ]
        for place in places {
            guard let amounts = object[place] else { continue }
            object[place] = try Self.quantities(amounts)
        }
    }

    static func quantities(_ amounts: JSONValue) throws(ModelMismatch) -> JSONValue {
        var result = amounts
        for (name, amount) in amounts.members {
            let text = amount.text ?? amount.compact
            guard let quantity = ModelQuantity(text) else {
                throw ModelMismatch(
                    why: """
                        quantities must match the regular expression \
                        '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'
                        """)
            }
            result[name] = .string(quantity.description)
        }
        return result
    }

    private func dropEmpty(_ object: inout JSONValue) {
        for name in ["labels", "annotations", "finalizers", "ownerReferences"]
        where object["metadata", name]?.isEmpty ?? false {
            object["metadata", name] = nil
        }
        for name in ["data", "stringData", "binaryData"] where object[name]?.isEmpty ?? false {
            object[name] = nil
        }
        for name in ["requests", "limits"]
        where object["spec", "resources", name]?.isEmpty ?? false {
            object["spec", "resources", name] = nil
        }
        object["metadata", "managedFields"] = nil
    }

    private static func withoutNulls(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            .object(
                members.filter { $0.value != .null && $0.value != [] as JSONValue }
                    .mapValues(withoutNulls))
        case .array(let items): .array(items.map(withoutNulls))
        default: value
        }
    }
}
