import Wire

/// The refusals that are met.
extension ModelRefusal {
    static func badRequest(_ message: String) -> Self {
        Self(code: 400, reason: "BadRequest", message: message)
    }

    static func internalError(_ message: String) -> Self { Self(code: 500, message: message) }

    static func notFound(_ key: ModelKey) -> Self {
        notFound(key.kind, key.name)
    }

    static func notFound(_ kind: ModelKind, _ name: String) -> Self {
        Self(
            code: 404, reason: "NotFound", message: "\(kind.resource) \"\(name)\" not found",
            details: details(kind, name))
    }

    /// A path of a known group that leads nowhere.
    static let noSuchResource = Self(
        code: 404, reason: "NotFound",
        message: "the server could not find the requested resource", details: [:])

    static let notAllowed = Self(
        code: 405, reason: "MethodNotAllowed",
        message: "the server does not allow this method on the requested resource", details: [:])

    static func alreadyExists(_ key: ModelKey, isTerminating: Bool) -> Self {
        let beginning = isTerminating ? "object is being deleted: " : ""
        return Self(
            code: 409, reason: "AlreadyExists",
            message: "\(beginning)\(key.kind.resource) \"\(key.name)\" already exists",
            details: details(key.kind, key.name))
    }

    static func conflict(_ key: ModelKey, _ why: String) -> Self {
        Self(
            code: 409, reason: "Conflict",
            message:
                "Operation cannot be fulfilled on \(key.kind.resource) \"\(key.name)\": \(why)",
            details: details(key.kind, key.name))
    }

    static func modified(_ key: ModelKey) -> Self {
        conflict(
            key,
            """
            the object has been modified; please apply your changes to the latest version and \
            try again
            """)
    }

    static func forbidden(_ key: ModelKey, _ why: String, causes: [Cause] = []) -> Self {
        Self(
            code: 403, reason: "Forbidden",
            message: "\(key.kind.resource) \"\(key.name)\" is forbidden: \(why)",
            details: details(key.kind, key.name, causes: causes))
    }

    static func invalid(_ kind: ModelKind, _ name: String, _ causes: [Cause]) -> Self {
        var details: JSONValue = ["kind": .string(kind.name)]
        if !name.isEmpty { details["name"] = .string(name) }
        if !kind.group.isEmpty { details["group"] = .string(kind.group) }
        details["causes"] = .array(causes.map(\.json))
        return Self(
            code: 422, reason: "Invalid",
            message: "\(kind.qualified) \"\(name)\" is invalid: \(sentence(causes))",
            details: details)
    }

    /// A query that cannot be.
    static func invalidOptions(_ options: String, _ cause: Cause) -> Self {
        Self(
            code: 422, reason: "Invalid",
            message: "\(options).meta.k8s.io \"\" is invalid: \(sentence([cause]))",
            details: [
                "group": "meta.k8s.io", "kind": .string(options), "causes": [cause.json],
            ])
    }

    static func namespaceTerminating(_ key: ModelKey, _ namespace: String) -> Self {
        forbidden(
            key,
            """
            unable to create new content in namespace \(namespace) because it is being terminated
            """,
            causes: [
                Cause(
                    field: "metadata.namespace", reason: "NamespaceTerminating",
                    message: "namespace \(namespace) is being terminated")
            ])
    }

    static func tooLarge(_ version: Int, current: Int) -> Self {
        Self(
            code: 504, reason: "Timeout",
            message: "Timeout: Too large resource version: \(version), current: \(current)",
            details: [
                "causes": [
                    [
                        "reason": "ResourceVersionTooLarge",
                        "message": "Too large resource version",
                    ]
                ],
                "retryAfterSeconds": 1,
            ])
    }

    static func expired(_ message: String, continue token: String? = nil) -> Self {
        Self(
            code: 410, reason: "Expired", message: message,
            metadata: token.map { ["continue": .string($0)] } ?? [:])
    }

    private static func details(
        _ kind: ModelKind, _ name: String, causes: [Cause] = []
    ) -> JSONValue {
        var details: JSONValue = ["name": .string(name), "kind": .string(kind.plural)]
        if !kind.group.isEmpty { details["group"] = .string(kind.group) }
        if !causes.isEmpty { details["causes"] = .array(causes.map(\.json)) }
        return details
    }

    private static func sentence(_ causes: [Cause]) -> String {
        var parts: [String] = []
        for cause in causes.map({ "\($0.field): \($0.message)" }) where !parts.contains(cause) {
            parts.append(cause)
        }
        return parts.count == 1 ? parts[0] : "[\(parts.joined(separator: ", "))]"
    }
}

extension ModelRefusal.Cause {
    var json: JSONValue {
        ["field": .string(field), "reason": .string(reason), "message": .string(message)]
    }
}
