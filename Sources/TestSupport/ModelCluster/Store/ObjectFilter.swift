import Wire

/// Which objects of a kind are asked for, by a namespace, by labels and by fields.
struct ObjectFilter: Equatable, Sendable {
    var kind: ModelKind
    var namespace: String?
    var labels = LabelSelector()
    var fields: [FieldRequirement] = []

    struct FieldRequirement: Equatable, Sendable {
        var path: [String]
        var value: String
        var isEqual: Bool
    }

    func matches(_ key: ModelKey, _ object: JSONValue) -> Bool {
        key.kind == kind && (namespace == nil || key.namespace == namespace)
            && labels.matches(object.labels)
            && fields.allSatisfy { ((object[$0.path]?.text ?? "") == $0.value) == $0.isEqual }
    }
}

extension ObjectFilter {
    init(
        _ kind: ModelKind, namespace: String?, query: [String: String]
    ) throws(ModelRefusal) {
        self.init(kind: kind, namespace: namespace)
        labels = try LabelSelector(query["labelSelector"] ?? "")
        for term in (query["fieldSelector"] ?? "").split(separator: ",") {
            fields.append(try Self.field(String(term), of: kind))
        }
    }

    private static func field(
        _ term: String, of kind: ModelKind
    ) throws(ModelRefusal) -> FieldRequirement {
        guard let parts = term.wholeMatch(of: /([^=!]+)(==|=|!=)(.*)/)?.output else {
            throw .badRequest("invalid selector: '\(term)'; can't understand '\(term)'")
        }
        let path = String(parts.1)
        guard ["metadata.name", "metadata.namespace"].contains(path) || known(path, of: kind)
        else {
            throw .badRequest(
                """
                "\(path)" is not a known field selector: only "metadata.name", \
                "metadata.namespace"
                """)
        }
        return FieldRequirement(
            path: path.split(separator: ".").map(String.init), value: String(parts.3),
            isEqual: parts.2 != "!=")
    }

    /// Source: https://kubernetes.io/docs/concepts/overview/working-with-objects/field-selectors/
    private static func known(_ path: String, of kind: ModelKind) -> Bool {
        switch kind {
        case .pod: ["spec.nodeName", "status.phase", "spec.serviceAccountName"].contains(path)
        case .event:
            [
                "involvedObject.kind", "involvedObject.name", "involvedObject.namespace",
                "involvedObject.uid", "reason", "type",
            ].contains(path)
        case .namespace: path == "status.phase"
        case .secret: path == "type"
        default: false
        }
    }
}
