import Wire

/// Reads the body of a request, or says why it cannot be read.
struct ModelBody {
    var kind: ModelKind

    /// An object of the kind, as a client would post it.
    func object(_ request: ModelRequest) throws(ModelRefusal) -> JSONValue {
        guard let body = request.content, case .object = body else {
            let shown = request.hasBody ? request.body : "<empty>"
            throw .badRequest(
                """
                the object provided is unrecognized (must be of type \(kind.name)): couldn't get \
                version/kind; json parse error: (\(shown))
                """)
        }
        try checkType(body)
        do throws(ModelMismatch) {
            return try ModelDecoding(kind: kind).decoded(body)
        } catch {
            throw cannotBeHandled(kind.name, in: "v1", error.why)
        }
    }

    private func checkType(_ body: JSONValue) throws(ModelRefusal) {
        let name = body["kind"]?.text ?? kind.name
        let version = body["apiVersion"]?.text ?? kind.apiVersion
        if version != kind.apiVersion {
            let short = version.split(separator: "/").last.map(String.init) ?? version
            throw cannotBeHandled(
                name, in: short,
                """
                no kind "\(name)" is registered for version "\(version)" in scheme \
                "pkg/api/legacyscheme/scheme.go:30"
                """)
        }
        if name != kind.name {
            throw cannotBeHandled(
                name, in: "v1",
                "converting (v1.\(name)) to (core.\(kind.name)): unknown conversion")
        }
    }

    private func cannotBeHandled(
        _ name: String, in version: String, _ why: String
    ) -> ModelRefusal {
        .badRequest("\(name) in version \"\(version)\" cannot be handled as a \(kind.name): \(why)")
    }

    /// What is to be merged into an object.
    static func patch(_ request: ModelRequest) throws(ModelRefusal) -> JSONValue {
        guard let patch = request.content else {
            throw .badRequest("error decoding patch: invalid JSON")
        }
        guard case .object = patch else {
            let found = if case .array = patch { "array" } else { "string" }
            throw .badRequest(
                """
                error decoding patch: json: cannot unmarshal \(found) into Go value of type \
                map[string]interface {}
                """)
        }
        return patch
    }

    /// An object that is to be applied.
    func applied(_ request: ModelRequest, at key: ModelKey) throws(ModelRefusal) -> JSONValue {
        guard let body = request.content, case .object = body else {
            throw .badRequest("error decoding YAML: not an object")
        }
        let version = body["apiVersion"]?.text ?? ""
        let name = body["kind"]?.text ?? ""
        guard version == kind.apiVersion, name == kind.name else {
            let shown = version.contains("/") || version.isEmpty ? version : "/\(version)"
            throw .badRequest("invalid object type: \(shown.isEmpty ? "/" : shown), Kind=\(name)")
        }
        if body["metadata", "managedFields"] != nil {
            throw .badRequest("metadata.managedFields must be nil")
        }
        try checkName(body, at: key)
        let known = kind.members.union(["apiVersion", "kind", "metadata"])
        if let stranger = body.members.keys.sorted().first(where: { !known.contains($0) }) {
            throw notInSchema(key, ".\(stranger): field not declared in schema")
        }
        do throws(ModelMismatch) {
            _ = try ModelDecoding(kind: kind).decoded(body)
        } catch  where error.isOfType {
            throw notInSchema(key, error.why)
        } catch {
            // Found later, when it is merged.
        }
        return body
    }

    private func notInSchema(_ key: ModelKey, _ why: String) -> ModelRefusal {
        .internalError(
            """
            failed to create typed patch object (\(key.namespace ?? "")/\(key.name); \
            \(kind.group)/v1, Kind=\(kind.name)): \(why)
            """)
    }

    /// Whether a body speaks of the object that its URL names.
    func checkName(_ body: JSONValue, at key: ModelKey) throws(ModelRefusal) {
        guard let name = body.name, !name.isEmpty else {
            throw .badRequest(
                """
                the name of the object (\(key.name) based on URL) was undeterminable: name must \
                be provided
                """)
        }
        guard name == key.name else {
            throw .badRequest(
                """
                the name of the object (\(name)) does not match the name on the URL (\(key.name))
                """)
        }
        try Self.checkNamespace(body, key.namespace)
    }

    static func checkNamespace(
        _ body: JSONValue, _ namespace: String?
    ) throws(ModelRefusal) {
        guard let own = body["metadata", "namespace"]?.text, !own.isEmpty, own != namespace else {
            return
        }
        throw .badRequest(
            "the namespace of the provided object does not match the namespace sent on the request")
    }
}
