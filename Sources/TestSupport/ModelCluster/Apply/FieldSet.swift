import Wire

/// The fields that an object has, and what is in them.
struct FieldSet: Equatable, Sendable {
    /// Leaves, and items of keyed lists.
    private(set) var values: [FieldPath: JSONValue] = [:]

    /// The fields that somebody can own: not what the server itself writes.
    ///
    /// Source: pkg/util/managedfields/internal/stripmeta.go of
    /// https://github.com/kubernetes/apimachinery
    init(of object: JSONValue) {
        var object = object
        object["apiVersion"] = nil
        object["kind"] = nil
        for name in Self.unowned { object["metadata", name] = nil }
        if object["metadata"]?.isEmpty ?? false { object["metadata"] = nil }
        collect(object, at: FieldPath(), name: "", parent: "")
    }

    static let unowned = [
        "name", "namespace", "uid", "resourceVersion", "generation", "creationTimestamp",
        "deletionTimestamp", "deletionGracePeriodSeconds", "managedFields",
    ]

    private mutating func collect(
        _ value: JSONValue, at path: FieldPath, name: String, parent: String
    ) {
        switch value {
        case .object(let members)
        where !members.isEmpty && !ListStyle.isAtomicMap(name, in: parent):
            for (member, child) in members {
                collect(child, at: path.appending(.member(member)), name: member, parent: name)
            }
        case .array(let items) where ListStyle(name, in: parent) != .atomic:
            let style = ListStyle(name, in: parent)
            for item in items {
                guard let step = style.step(of: item) else { continue }
                values[path.appending(step)] = .null
                if case .object = item {
                    collect(item, at: path.appending(step), name: "item", parent: name)
                }
            }
        default: values[path] = value
        }
    }
}
