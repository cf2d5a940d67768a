package import KubernetesAPI

/// One thing that Holdfast's account must be allowed to do, in all namespaces.
package struct ClusterNeed: Hashable, Sendable {
    /// `get`, `list`, `watch`, `create`, `patch`, `delete`
    package var verb: String
    package var kind: ResourceKind
    package var subresource: String?

    package init(_ verb: String, _ kind: ResourceKind, _ subresource: String? = nil) {
        self.verb = verb
        self.kind = kind
        self.subresource = subresource
    }

    /// As `kubectl auth can-i` takes it: `pods/log`, `statefulsets.apps`
    package var resource: String {
        kind.plural + (kind.group.isEmpty ? "" : ".\(kind.group)")
            + (subresource.map { "/\($0)" } ?? "")
    }

    func isMet(by client: KubernetesClient) async throws(KubernetesError) -> Bool {
        try await client.allows(
            verb: verb, group: kind.group, resource: kind.plural, subresource: subresource)
    }
}
