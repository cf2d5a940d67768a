extension ResourceKind {
    /// `/api/v1`, `/apis/apps/v1`
    var groupPath: String {
        group.isEmpty
            ? "/api/\(percentEncoded(version))"
            : "/apis/\(percentEncoded(group))/\(percentEncoded(version))"
    }

    /// The path of all objects of a kind in a namespace; `nil` for those of every namespace.
    func path(in namespace: String?) throws(KubernetesError) -> String {
        guard let namespace, isNamespaced else {
            return "\(groupPath)/\(try checked(plural, "plural"))"
        }
        let place = try checked(namespace, "namespace")
        return "\(groupPath)/namespaces/\(place)/\(try checked(plural, "plural"))"
    }

    /// Whether the bytes of customers depend on it.
    var holdsData: Bool {
        let kinds = [Self.persistentVolumeClaim, .persistentVolume, .namespace]
        return kinds.contains { $0.group == group && $0.plural == plural }
    }
}

extension ResourceName {
    /// - Throws: `.impossible` for a name that would lead anywhere but to one object: an empty
    ///   one means all objects of the kind.
    func path(_ subresource: String? = nil) throws(KubernetesError) -> String {
        if kind.isNamespaced, namespace == nil {
            throw .impossible("\(self) is named without its namespace.")
        }
        let part = try subresource.map { text throws(KubernetesError) in
            try "/" + checked(text, "subresource")
        }
        return try "\(kind.path(in: namespace))/\(checked(name, "name"))\(part ?? "")"
    }
}

/// Source: https://github.com/kubernetes/apimachinery/blob/master/pkg/api/validation/path/name.go
private func checked(_ part: String, _ what: String) throws(KubernetesError) -> String {
    guard !part.isEmpty, part != ".", part != "..", !part.contains("/"), !part.contains("%")
    else { throw .impossible("“\(part)” cannot be the \(what) of an object.") }
    return percentEncoded(part)
}
