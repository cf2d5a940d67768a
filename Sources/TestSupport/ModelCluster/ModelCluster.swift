package import Domain
package import Wire

/// A kube-apiserver in a dictionary: what is asked, what is kept, what is said.
///
/// It has no clock, no randomness and does no I/O of its own, so that a simulation can run it; and
/// it answers as the real one does, to which `DifferentialTests` hold it.
package struct ModelCluster: Sendable {
    package internal(set) var access = ModelAccess()
    /// What containers have said, by `namespace/pod`.
    package var logs: [String: String] = [:]
    /// What was asked of the garbage collector, by path: the last `propagationPolicy`.
    package internal(set) var propagations: [String: String] = [:]
    var store = ModelStore()
    /// Addresses of Services, given out one after the other.
    var addresses = 0

    /// - Parameter namespaces: Those that are there from the beginning.
    package init(namespaces: [String] = ["default", "kube-system"]) {
        for name in namespaces {
            var namespace: JSONValue = [
                "apiVersion": "v1", "kind": "Namespace",
                "metadata": [
                    "name": .string(name), "uid": .string("uid-of-\(name)"),
                    "creationTimestamp": "2026-01-01T00:00:00Z",
                ],
                "spec": ["finalizers": ["kubernetes"]], "status": ["phase": "Active"],
            ]
            ModelDefaults.fill(&namespace, of: .namespace)
            _ = store.put(namespace, at: ModelKey(.namespace, name))
        }
    }

    /// The version of the newest write.
    package var version: Int { store.version }

    /// What was written after that version, in order, as far as it is still remembered.
    package func changes(since version: Int) -> ArraySlice<ModelChange> {
        store.changes(since: version)
    }

    /// Every write that is still remembered, in order.
    package var history: [ModelChange] { store.history }

    package subscript(key: ModelKey) -> JSONValue? { store.objects[key] }

    /// Every object of a kind, in the order of lists.
    package func objects(of kind: ModelKind, in namespace: String? = nil) -> [JSONValue] {
        store.objects(of: kind).filter { namespace == nil || $0.key.namespace == namespace }
            .map(\.object)
    }

    /// Forgets the past, as etcd's compaction does: older versions are answered by 410.
    package mutating func compact() { store.compact() }

    /// Counts up as writes of strangers do.
    package mutating func skipVersions(_ count: Int) { store.skip(count) }

    /// - Parameters:
    ///   - now: The time of what it writes.
    ///   - newUID: Names what it makes: a new one at each call.
    package mutating func answer(
        _ request: ModelRequest, now: Instant, newUID: @escaping () -> String
    ) -> ModelAnswer {
        let moment = ModelMoment(now: now, newUID: newUID)
        do throws(ModelRefusal) {
            return try route(request, moment)
        } catch {
            return error.answer
        }
    }

    private mutating func route(
        _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        switch try ModelRoute(request.path) {
        case .object(let key, let subresource):
            try access.check(request.method, key.kind, key.namespace, key.name)
            return try answer(request, about: key, subresource, moment)
        case .collection(let kind, let namespace):
            try access.check(request.method, kind, namespace, nil)
            return try answer(request, about: kind, in: namespace, moment)
        case .accessReview: return review(request)
        case .discovery(let answer): return answer
        }
    }

    private mutating func answer(
        _ request: ModelRequest, about kind: ModelKind, in namespace: String?,
        _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        switch request.method {
        case "GET": return try list(kind, in: namespace, request)
        case "POST": return try create(kind, in: namespace, request, moment)
        case "DELETE": return try deleteCollection(kind, in: namespace, request, moment)
        default: throw .notAllowed
        }
    }

    private mutating func answer(
        _ request: ModelRequest, about key: ModelKey, _ subresource: String?,
        _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        switch (request.method, subresource) {
        case ("GET", nil), ("GET", "status"): return try get(key, request)
        case ("PUT", nil), ("PUT", "status"):
            return try replace(key, subresource, request, moment)
        case ("PATCH", nil), ("PATCH", "status"):
            return try patch(key, subresource, request, moment)
        case ("DELETE", nil): return try delete(key, request, moment)
        case (_, let name?): return try answer(request, key, subresource: name, moment)
        default: throw .notAllowed
        }
    }
}
