import Wire

extension KubernetesClient {
    package func version() async throws(KubernetesError) -> ServerVersion {
        try decode(await read("/version"))
    }

    /// Whether this program may do a thing.
    ///
    /// - Parameters:
    ///   - verb: `get`, `list`, `watch`, `create`, `patch`, `delete`…
    ///   - resource: As in the path: `pods`.
    ///   - namespace: `nil` for all of them, and for what is in none.
    package func allows(
        verb: String, group: String = "", resource: String, subresource: String? = nil,
        namespace: String? = nil
    ) async throws(KubernetesError) -> Bool {
        var asked: JSONValue = [
            "verb": .string(verb), "group": .string(group), "resource": .string(resource),
        ]
        if let subresource { asked["subresource"] = .string(subresource) }
        if let namespace { asked["namespace"] = .string(namespace) }
        let kind = ResourceKind.accessReview
        let review: JSONValue = [
            "apiVersion": .string(kind.apiVersion), "kind": .string(kind.name),
            "spec": ["resourceAttributes": asked],
        ]
        // Nothing is kept of a review, so it may be asked twice.
        let answer: AccessReview = try decode(
            await post(review, to: kind.path(in: nil), isRepeatable: true))
        return answer.status.allowed
    }

    /// Whether the server knows a kind in this version.
    package func has(_ kind: ResourceKind) async throws(KubernetesError) -> Bool {
        do throws(KubernetesError) {
            let known: ResourceList = try decode(await read(kind.groupPath))
            return known.resources.contains { $0.name == kind.plural }
        } catch {
            guard error.code == 404 else { throw error }
            return false
        }
    }

    private struct AccessReview: Decodable {
        struct Status: Decodable { var allowed: Bool }
        var status: Status
    }

    private struct ResourceList: Decodable {
        struct Resource: Decodable { var name: String }
        var resources: [Resource]
    }
}
