/// Where one object is; in the order in which the server lists.
package struct ModelKey: Hashable, Comparable, Sendable {
    package var kind: ModelKind
    /// `nil` for kinds that are in no namespace.
    package var namespace: String?
    package var name: String

    package init(_ kind: ModelKind, _ name: String, in namespace: String? = nil) {
        self.kind = kind
        self.name = name
        self.namespace = namespace
    }

    package var path: String { "\(kind.path(in: namespace))/\(name)" }

    /// As in etcd, so that one namespace follows the other.
    var place: String { namespace.map { "\($0)/\(name)" } ?? name }

    package static func < (left: Self, right: Self) -> Bool {
        if left.kind != right.kind {
            return (left.kind.group, left.kind.plural) < (right.kind.group, right.kind.plural)
        }
        return left.place.utf8.lexicographicallyPrecedes(right.place.utf8)
    }
}
