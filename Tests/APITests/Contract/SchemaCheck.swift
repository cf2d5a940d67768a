import API
import FoundationEssentials
import Wire

/// Compares a value with a schema: as much of JSON Schema 2020-12 as the document makes use of.
struct SchemaCheck {
    /// Says whatever of a schema it has no eye for, so that nothing passes unseen.
    private static let known: Set<String> = [
        "$ref", "type", "format", "description", "title", "examples", "default", "enum", "const",
        "properties", "required", "additionalProperties", "items", "anyOf", "minimum", "maximum",
        "minLength", "maxLength", "pattern",
    ]

    let document: JSONValue

    /// What is wrong, each with its place.
    func complaints(about value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
        let odd = Set(schema.members.keys).subtracting(Self.known)
        var all = odd.sorted().map { "\(place): the schema says \($0), which is not looked at" }
        if let reference = schema["$ref"]?.text {
            guard let target = resolve(reference) else { return ["\(place): no \(reference)"] }
            all += complaints(about: value, target, at: place)
        }
        all += kind(value, schema, place) + choice(value, schema, place)
        all += members(value, schema, place) + size(value, schema, place)
        if let items = schema["items"] {
            all += value.items.enumerated().flatMap {
                complaints(about: $1, items, at: "\(place)[\($0)]")
            }
        }
        return all
    }

    /// What a reference such as `#/components/schemas/Problem` refers to.
    func resolve(_ reference: String) -> JSONValue? {
        guard reference.hasPrefix("#/") else { return nil }
        return reference.dropFirst(2).split(separator: "/")
            .reduce(document as JSONValue?) { $0?[String($1)] }
    }

    private func kind(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        guard let type = schema["type"] else { return [] }
        let types = type.text.map { [$0] } ?? type.items.compactMap(\.text)
        return types.contains(where: value.names.contains)
            ? [] : ["\(place): \(value) is no \(types)"]
    }

    private func choice(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        var all: [String] = []
        if let words = schema["enum"], !words.items.contains(value) {
            all.append("\(place): \(value) is none of \(words)")
        }
        if let word = schema["const"], word != value { all.append("\(place): not \(word)") }
        if let others = schema["anyOf"]?.items,
            others.allSatisfy({ !complaints(about: value, $0, at: place).isEmpty })
        {
            all.append("\(place): \(value) is nothing of what it may be")
        }
        return all
    }

    private func members(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        guard case .object(let members) = value else { return [] }
        let required = (schema["required"]?.items ?? []).compactMap(\.text)
        let missing = required.filter { members[$0] == nil }.map { "\(place): no \($0)" }
        return missing
            + members.flatMap { name, member in
                if let known = schema["properties"]?[name] {
                    return complaints(about: member, known, at: "\(place).\(name)")
                }
                switch schema["additionalProperties"] {
                case .bool(false)?: return ["\(place): \(name) is not known"]
                case .object(let rest)?:
                    return complaints(about: member, .object(rest), at: "\(place).\(name)")
                default: return []
                }
            }
    }

    private func size(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
        switch value {
        case .integer(let number):
            let range = (schema["minimum"]?.count ?? .min)...(schema["maximum"]?.count ?? .max)
            return range.contains(number) ? [] : ["\(place): \(number) is not in \(range)"]
        case .string(let text):
            let range = (schema["minLength"]?.count ?? 0)...(schema["maxLength"]?.count ?? .max)
            let fits = range.contains(text.unicodeScalars.count)
            return (fits ? [] : ["\(place): its length is not in \(range)"])
                + (matches(text, schema) ? [] : ["\(place): “\(text)” does not match"])
        default: return []
        }
    }

    private func matches(_ text: String, _ schema: JSONValue) -> Bool {
        if let pattern = schema["pattern"]?.text {
            guard let regex = try? Regex(pattern), text.contains(regex) else { return false }
        }
        guard schema["format"] == "date-time" else { return true }
        return text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/) != nil
    }
}

extension JSONValue {
    fileprivate var names: Set<String> {
        switch self {
        case .object: ["object"]
        case .array: ["array"]
        case .string: ["string"]
        case .integer: ["integer", "number"]
        case .number: ["number"]
        case .bool: ["boolean"]
        case .null: ["null"]
        }
    }

    fileprivate var count: Int? { if case .integer(let count) = self { count } else { nil } }
}
