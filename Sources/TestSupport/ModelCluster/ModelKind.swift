/// A kind that the model keeps, and what the real server does for it.
///
/// Sources: https://kubernetes.io/docs/reference/kubernetes-api/; the answers of
/// kube-apiserver 1.36.2.
package struct ModelKind: Hashable, Sendable {
    /// Empty for the core group.
    package var group: String
    /// As in `kind: StatefulSet`.
    package var name: String
    /// As in the path: `statefulsets`.
    package var plural: String
    package var isNamespaced: Bool
    /// Whether the server counts changes of its spec.
    var countsGenerations = false
    /// Whether only the subresource `status` writes its status.
    var hasStatus = false
    /// Whether a DELETE that ends an object answers with it, and not with a `Status`.
    var isReturnedWhenDeleted = false
    /// The members of an object beside `apiVersion`, `kind` and `metadata`.
    var members: Set<String>

    package static func == (left: Self, right: Self) -> Bool {
        left.plural == right.plural && left.group == right.group
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(plural)
        hasher.combine(group)
    }

    package var apiVersion: String { group.isEmpty ? "v1" : "\(group)/v1" }

    /// As the server names it in refusals: `statefulsets.apps`.
    var resource: String { group.isEmpty ? plural : "\(plural).\(group)" }

    /// As the server names it where an object is invalid: `StatefulSet.apps`.
    var qualified: String { group.isEmpty ? name : "\(name).\(group)" }

    /// `/api/v1` or `/apis/apps/v1`
    package var root: String { group.isEmpty ? "/api/v1" : "/apis/\(group)/v1" }

    /// Whether a PUT makes what is not there.
    var isMadeByPut: Bool { [.service, .event, .limitRange].contains(self) }

    /// Where etcd has it.
    var registry: String {
        switch self {
        case .service: "services/specs"
        case .ingress: "ingress"
        default: plural
        }
    }

    /// The path of the collection: `/api/v1/namespaces/a/secrets`.
    package func path(in namespace: String? = nil) -> String {
        namespace.map { "\(root)/namespaces/\($0)/\(plural)" } ?? "\(root)/\(plural)"
    }
}
