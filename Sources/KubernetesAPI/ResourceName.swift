/// Where one object is: its kind, its namespace and its name.
package struct ResourceName: Hashable, Sendable, CustomStringConvertible {
    package var kind: ResourceKind
    /// `nil` for kinds that are in no namespace.
    package var namespace: String?
    package var name: String

    package init(_ kind: ResourceKind, _ name: String, in namespace: String? = nil) {
        self.kind = kind
        self.name = name
        self.namespace = namespace
    }

    /// For people: `StatefulSet hf-a/blog`
    package var description: String {
        "\(kind.name) \(namespace.map { "\($0)/" } ?? "")\(name)"
    }
}
