import Wire

/// How an object shall go, and what it must be to go.
///
/// Source: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/delete-options/
struct DeleteOptions {
    var uid: String?
    var version: String?
    var propagation: String?
    var grace: Int?
    var isDryRun: Bool

    init(_ request: ModelRequest) throws(ModelRefusal) {
        var body: JSONValue = [:]
        if request.hasBody {
            guard let parsed = request.content else {
                throw .badRequest("couldn't get version/kind; json parse error: invalid JSON")
            }
            body = parsed
        }
        if let kind = body["kind"]?.text, kind != "DeleteOptions" {
            throw .badRequest(
                """
                no kind "\(kind)" is registered for version "\(body["apiVersion"]?.text ?? "")" \
                in scheme "pkg/apis/meta/internalversion/scheme/register.go:27"
                """)
        }
        uid = body["preconditions", "uid"]?.text
        version = body["preconditions", "resourceVersion"]?.text
        // Where there is a body, the server does not look at the query at all: a dry run that is
        // asked for there is none.
        let query = request.hasBody ? [:] : request.query
        propagation = query["propagationPolicy"] ?? body["propagationPolicy"]?.text
        grace = query["gracePeriodSeconds"].flatMap(Int.init) ?? body["gracePeriodSeconds"]?.int
        isDryRun = query["dryRun"] != nil || body["dryRun"] != nil
        try checkPropagation()
    }

    private func checkPropagation() throws(ModelRefusal) {
        let known = ["Foreground", "Background", "Orphan"]
        guard let propagation, !known.contains(propagation) else { return }
        throw .invalidOptions(
            "DeleteOptions",
            .unsupported("propagationPolicy", .string(propagation), known + ["nil"]))
    }

    /// The finalizers that an object shall have: a policy, once named, takes the place of the
    /// garbage collector's earlier orders, also where the object is going already.
    func finalizers(_ present: [String]) -> [String] {
        guard let propagation else { return present }
        let others = present.filter { !["orphan", "foregroundDeletion"].contains($0) }
        return switch propagation {
        case "Orphan": others + ["orphan"]
        case "Foreground": others + ["foregroundDeletion"]
        default: others
        }
    }

    func check(_ object: JSONValue, at key: ModelKey) throws(ModelRefusal) {
        if let uid, uid != object.uid {
            throw refusal(key, "UID", uid, object.uid ?? "", "deleted and then recreated")
        }
        if let version, version != object.resourceVersion {
            throw refusal(
                key, "ResourceVersion", version, object.resourceVersion ?? "", "modified")
        }
    }

    private func refusal(
        _ key: ModelKey, _ what: String, _ asked: String, _ found: String, _ fate: String
    ) -> ModelRefusal {
        if key.kind == .namespace {
            return .conflict(
                key,
                """
                Precondition failed: \(what) in precondition: \(asked), \(what) in object meta: \
                \(found)
                """)
        }
        // The server names the kind here, where elsewhere it names the resource.
        var named = key
        named.kind.plural = key.kind.name
        return .conflict(
            named,
            """
            the \(what) in the precondition (\(asked)) does not match the \(what) in record \
            (\(found)). The object might have been \(fate)
            """)
    }
}
