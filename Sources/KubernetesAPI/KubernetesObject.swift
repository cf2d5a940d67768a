package import Wire

/// An object as it is to be: where it belongs, and its whole content.
package struct KubernetesObject: Equatable, Sendable {
    package var name: ResourceName
    /// With `apiVersion`, `kind` and `metadata`.
    package var content: JSONValue

    /// - Parameters:
    ///   - members: What it has beside `apiVersion`, `kind` and `metadata`.
    package init(
        _ name: ResourceName, labels: [String: String] = [:],
        annotations: [String: String] = [:], _ members: [String: JSONValue]
    ) {
        var metadata: [String: JSONValue] = ["name": .string(name.name)]
        metadata["namespace"] = name.namespace.map(JSONValue.string)
        if !labels.isEmpty { metadata["labels"] = JSONValue(texts: labels) }
        if !annotations.isEmpty { metadata["annotations"] = JSONValue(texts: annotations) }
        let head: [String: JSONValue] = [
            "apiVersion": .string(name.kind.apiVersion), "kind": .string(name.kind.name),
            "metadata": .object(metadata),
        ]
        self.name = name
        content = .object(head.merging(members) { $1 })
    }
}
