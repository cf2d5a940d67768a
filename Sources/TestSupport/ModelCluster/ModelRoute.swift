import Wire

/// What a path is about.
///
/// Source: https://kubernetes.io/docs/reference/using-api/api-concepts/
enum ModelRoute {
    case collection(ModelKind, namespace: String?)
    case object(ModelKey, subresource: String?)
    case accessReview
    case discovery(ModelAnswer)

    init(_ path: String) throws(ModelRefusal) {
        if let answer = ModelDiscovery.answer(to: path) {
            self = .discovery(answer)
            return
        }
        var parts = path.split(separator: "/").map(String.init)[...]
        let isCore = parts.popFirst() == "api"
        let group = isCore ? "" : parts.popFirst() ?? ""
        _ = parts.popFirst()
        if group == "authorization.k8s.io", parts.first == "selfsubjectaccessreviews" {
            self = .accessReview
            return
        }
        var namespace: String?
        if parts.first == "namespaces", parts.count >= 3,
            parts.count > 3 || !Self.isSubresource(parts.last ?? "")
        {
            namespace = parts[parts.startIndex + 1]
            parts = parts.dropFirst(2)
        }
        let plural = parts.popFirst()
        guard
            let kind = ModelKind.all.first(where: { $0.group == group && $0.plural == plural })
        else { throw .noSuchResource }
        self = try Self.route(to: kind, namespace, Array(parts))
    }

    private static func route(
        to kind: ModelKind, _ namespace: String?, _ parts: [String]
    ) throws(ModelRefusal) -> Self {
        if parts.isEmpty {
            return .collection(kind, namespace: namespace)
        }
        guard kind.isNamespaced == (namespace != nil), parts.count <= 2 else {
            throw .noSuchResource
        }
        return .object(
            ModelKey(kind, parts[0], in: namespace),
            subresource: parts.count == 2 ? parts[1] : nil)
    }

    /// What may stand behind the name of a Namespace, and is no kind.
    private static func isSubresource(_ name: String) -> Bool {
        ["status", "finalize"].contains(name)
    }
}
