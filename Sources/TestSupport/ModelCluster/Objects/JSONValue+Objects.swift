import Foundation
package import Wire

/// Objects of Kubernetes, read and written as JSON.
extension JSONValue {
    /// What is at the end of a path of members.
    package subscript(path: [String]) -> JSONValue? {
        get { path.reduce(self as JSONValue?) { $0?[$1] } }
        set { set(path[...], to: newValue) }
    }

    private mutating func set(_ path: ArraySlice<String>, to value: JSONValue?) {
        guard let first = path.first else { return }
        if path.count == 1 {
            self[first] = value
        } else {
            var child = self[first] ?? [:]
            child.set(path.dropFirst(), to: value)
            self[first] = child
        }
    }

    package subscript(path: String...) -> JSONValue? {
        get { self[path] }
        set { self[path] = newValue }
    }

    package var int: Int? {
        if case .integer(let value) = self { value } else { nil }
    }

    package var flag: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    var isEmpty: Bool {
        switch self {
        case .object(let members): members.isEmpty
        case .array(let items): items.isEmpty
        case .string(let text): text.isEmpty
        case .null: true
        default: false
        }
    }

    /// Puts a value where there is none.
    mutating func fill(_ path: String..., with value: JSONValue) {
        if self[path] == nil { self[path] = value }
    }

    /// Every item of an array changed in place.
    mutating func eachItem(_ path: String..., do change: (inout JSONValue) -> Void) {
        guard case .array(var items)? = self[path] else { return }
        for index in items.indices { change(&items[index]) }
        self[path] = .array(items)
    }

    package init?(parsing text: String) {
        guard
            let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        else { return nil }
        self = value
    }
}

/// What every object says of itself.
extension JSONValue {
    package var name: String? { self["metadata", "name"]?.text }
    package var uid: String? { self["metadata", "uid"]?.text }
    package var resourceVersion: String? { self["metadata", "resourceVersion"]?.text }
    package var isTerminating: Bool { self["metadata", "deletionTimestamp"] != nil }
    package var finalizers: [String] {
        self["metadata", "finalizers"]?.items.compactMap(\.text) ?? []
    }
    package var labels: [String: String] {
        (self["metadata", "labels"]?.members ?? [:]).compactMapValues(\.text)
    }
}
