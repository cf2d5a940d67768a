import Wire

/// Who may do what: everybody everything, unless a rule says no.
package struct ModelAccess: Equatable, Sendable {
    /// What is refused; `nil` means any.
    package struct Denial: Hashable, Sendable {
        package var verb: String?
        package var kind: ModelKind?
        package var namespace: String?

        package init(
            verb: String? = nil, kind: ModelKind? = nil, namespace: String? = nil
        ) {
            self.verb = verb
            self.kind = kind
            self.namespace = namespace
        }
    }

    package var denials: [Denial] = []

    func allows(_ verb: String, _ resource: String, _ group: String, _ namespace: String?) -> Bool {
        !denials.contains { denial in
            (denial.verb == nil || denial.verb == verb)
                && (denial.kind == nil
                    || (denial.kind?.plural == resource && denial.kind?.group == group))
                && (denial.namespace == nil || denial.namespace == namespace)
        }
    }

    func check(
        _ method: String, _ kind: ModelKind, _ namespace: String?, _ name: String?
    ) throws(ModelRefusal) {
        let verb = Self.verb(method, isOne: name != nil)
        guard !allows(verb, kind.plural, kind.group, namespace) else { return }
        let place = namespace.map { "in the namespace \"\($0)\"" } ?? "at the cluster scope"
        throw .forbidden(
            ModelKey(kind, name ?? "", in: namespace),
            """
            User "holdfast" cannot \(verb) resource "\(kind.plural)" in API group \
            "\(kind.group)" \(place)
            """)
    }

    private static func verb(_ method: String, isOne: Bool) -> String {
        switch method {
        case "GET": isOne ? "get" : "list"
        case "POST": "create"
        case "PUT": "update"
        case "PATCH": "patch"
        default: isOne ? "delete" : "deletecollection"
        }
    }
}

extension ModelCluster {
    package mutating func deny(_ denial: ModelAccess.Denial) { access.denials.append(denial) }

    package mutating func allowAll() { access.denials = [] }

    func review(_ request: ModelRequest) -> ModelAnswer {
        var review = request.content ?? [:]
        let asked = review["spec", "resourceAttributes"] ?? [:]
        let isAllowed = access.allows(
            asked["verb"]?.text ?? "", asked["resource"]?.text ?? "",
            asked["group"]?.text ?? "", asked["namespace"]?.text)
        review.fill("metadata", with: [:])
        review["status"] = ["allowed": .bool(isAllowed)]
        return ModelAnswer(201, review)
    }
}
