import FoundationEssentials
import NIOCore
import NIOFoundationCompat
package import Wire

extension KubernetesClient {
    package func get<Body: Decodable & Sendable>(
        _ name: ResourceName, as type: Body.Type = Body.self
    ) async throws(KubernetesError) -> Body {
        try decode(await read(name.path()))
    }

    /// - Returns: `nil` where there is no such object.
    package func find<Body: Decodable & Sendable>(
        _ name: ResourceName, as type: Body.Type = Body.self
    ) async throws(KubernetesError) -> Body? {
        do throws(KubernetesError) {
            return try await get(name)
        } catch {
            // A kind that the server does not know is 404 as well, but without a reason.
            guard error.code == 404, error.reason == "NotFound" else { throw error }
            return nil
        }
    }

    /// Sets the fields of `object`, and gives up those that the manager set before and that are
    /// not in it; an absent object is made, unless `object` has a `metadata.uid`.
    ///
    /// Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/
    ///
    /// - Parameters:
    ///   - manager: In whose name the fields are set.
    ///   - force: Takes fields over from others, instead of being refused with 409.
    ///   - isDryRun: Only answers what would come of it.
    package func apply<Body: Decodable & Sendable>(
        _ object: JSONValue, to name: ResourceName, manager: String, force: Bool = true,
        isDryRun: Bool = false, as type: Body.Type = Body.self
    ) async throws(KubernetesError) -> Body {
        try refuseSurrender(object, name)
        let query =
            [("fieldManager", manager), ("force", "\(force)")] + Self.dryRun(isDryRun)
        let answer = try await patch(
            name.path(), with: Self.identified(object, name), as: .apply, query: query,
            isRepeatable: true)
        return try decode(answer)
    }

    /// Makes an object that must not be there yet.
    package func create<Body: Decodable & Sendable>(
        _ object: JSONValue, at name: ResourceName, manager: String, isDryRun: Bool = false,
        as type: Body.Type = Body.self
    ) async throws(KubernetesError) -> Body {
        try refuseSurrender(object, name)
        // Where the name leads nowhere, so that nothing is sent.
        _ = try name.path()
        let answer = try await post(
            Self.identified(object, name), to: name.kind.path(in: name.namespace),
            query: [("fieldManager", manager)] + Self.dryRun(isDryRun))
        return try decode(answer)
    }

    /// Changes what is in `patch`; `null` takes a field away. With `metadata.uid` and
    /// `metadata.resourceVersion` only the object that was looked at is changed.
    ///
    /// Source: RFC 7386.
    package func merge<Body: Decodable & Sendable>(
        _ patch: JSONValue, into name: ResourceName, subresource: String? = nil,
        manager: String, isDryRun: Bool = false, as type: Body.Type = Body.self
    ) async throws(KubernetesError) -> Body {
        try refuseSurrender(patch, name)
        let answer = try await self.patch(
            name.path(subresource), with: patch, as: .mergePatch,
            query: [("fieldManager", manager)] + Self.dryRun(isDryRun),
            isRepeatable: patch["metadata"]?["resourceVersion"]?.text != nil)
        return try decode(answer)
    }

    /// Sets how many pods a stateful set is to have.
    package func scale(
        _ name: ResourceName, to replicas: Int, resourceVersion: String, manager: String
    ) async throws(KubernetesError) {
        let patch: JSONValue = [
            "metadata": ["resourceVersion": .string(resourceVersion)],
            "spec": ["replicas": .integer(replicas)],
        ]
        let _: JSONValue = try await merge(
            patch, into: name, subresource: "scale", manager: manager)
    }

    /// Ends a pod, unless a disruption budget forbids it now (429).
    ///
    /// Source: https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/
    package func evict(pod name: ResourceName, uid: String) async throws(KubernetesError) {
        guard name.kind == .pod, !uid.isEmpty else {
            throw .impossible("\(name) is not evicted without having been looked at.")
        }
        let eviction: JSONValue = [
            "apiVersion": "policy/v1", "kind": "Eviction",
            "metadata": [
                "name": .string(name.name), "namespace": .string(name.namespace ?? ""),
            ],
            "deleteOptions": ["preconditions": ["uid": .string(uid)]],
        ]
        // The uid makes it safe to say twice.
        _ = try await post(eviction, to: name.path("eviction"), isRepeatable: true)
    }
}

extension KubernetesClient {
    func decode<Body: Decodable>(_ bytes: ByteBuffer) throws(KubernetesError) -> Body {
        do {
            return try JSONDecoder().decode(Body.self, from: bytes)
        } catch {
            throw .broken("\(error)")
        }
    }

    /// Only `surrender` may give a volume to its provisioner to destroy.
    private func refuseSurrender(
        _ object: JSONValue, _ name: ResourceName
    ) throws(KubernetesError) {
        guard object["spec"]?["persistentVolumeReclaimPolicy"] != "Delete" else {
            throw .impossible("\(name) is not given up to be destroyed without a ticket.")
        }
    }

    private static func dryRun(_ isDryRun: Bool) -> [(String, String)] {
        isDryRun ? [("dryRun", "All")] : []
    }

    /// With the kind and the name that the server wants to see in it.
    private static func identified(_ object: JSONValue, _ name: ResourceName) -> JSONValue {
        var object = object
        object["apiVersion"] = .string(name.kind.apiVersion)
        object["kind"] = .string(name.kind.name)
        var metadata = object["metadata"] ?? [:]
        metadata["name"] = .string(name.name)
        if name.kind.isNamespaced, let namespace = name.namespace {
            metadata["namespace"] = .string(namespace)
        }
        object["metadata"] = metadata
        return object
    }
}
