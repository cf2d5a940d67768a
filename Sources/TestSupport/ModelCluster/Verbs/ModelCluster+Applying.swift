import Wire

/// Server-side apply.
///
/// Source: https://kubernetes.io/docs/reference/using-api/server-side-apply/
extension ModelCluster {
    mutating func apply(
        _ key: ModelKey, _ subresource: String?, _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        guard let name = request.query["fieldManager"], !name.isEmpty else {
            throw .invalidOptions(
                "PatchOptions", .required("fieldManager", "is required for apply patch"))
        }
        let manager = ModelOwners.Manager(name: name, applies: true)
        let applied = try ModelBody(kind: key.kind).applied(request, at: key)
        guard let live = store.objects[key] else {
            return try applyAnew(applied, at: key, by: manager, request, moment)
        }
        let fields = ownable(applied, key.kind)
        let owners = store.owners[key] ?? ModelOwners()
        if request.query["force"] != "true" {
            try check(
                owners.conflicts(of: manager, applying: fields, over: ownable(live, key.kind)),
                key.kind)
        }
        let lost = owners.abandoned(by: manager, applying: fields)
        let merged = try typed(live.merged(with: applied).removing(lost), key)
        var after = owners
        after.note(manager, applied: fields, over: ownable(live, key.kind))
        let new = try change(
            key, subresource, to: merged, request, moment, changesOwners: after != owners)
        if !request.isDryRun, store.objects[key] != nil { store.owners[key] = after }
        return ModelAnswer(200, new)
    }

    /// Only a uid keeps apply from making what is not there.
    private mutating func applyAnew(
        _ applied: JSONValue, at key: ModelKey, by manager: ModelOwners.Manager,
        _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        var object = try typed(applied, key)
        if let uid = applied.uid, !uid.isEmpty {
            throw .conflict(
                key,
                """
                uid mismatch: the provided object specified uid \(uid), and no existing object \
                was found
                """)
        }
        object["metadata", "resourceVersion"] = nil
        var made = try make(object, at: key, request, moment)
        if request.isDryRun {
            // Nobody has given it another.
            made["metadata", "resourceVersion"] = applied["metadata", "resourceVersion"]
        } else {
            store.owners[key, default: ModelOwners()]
                .note(manager, applied: ownable(applied, key.kind), over: FieldSet(of: [:]))
        }
        return ModelAnswer(201, made)
    }

    private func typed(_ object: JSONValue, _ key: ModelKey) throws(ModelRefusal) -> JSONValue {
        do throws(ModelMismatch) {
            return try ModelDecoding(kind: key.kind).decoded(object)
        } catch {
            throw .internalError("failed to convert new object: \(error.why)")
        }
    }

    private func check(
        _ conflicts: [(manager: ModelOwners.Manager, path: FieldPath)], _ kind: ModelKind
    ) throws(ModelRefusal) {
        guard let first = conflicts.first else { return }
        func said(_ manager: ModelOwners.Manager) -> String {
            "\"\(manager.name)\"" + (manager.applies ? "" : " using \(kind.apiVersion)")
        }
        let causes = conflicts.map { conflict in
            ModelRefusal.Cause(
                field: conflict.path.text, reason: "FieldManagerConflict",
                message: "conflict with \(said(conflict.manager))")
        }
        var message = "1 conflict: conflict with \(said(first.manager)): \(first.path.text)"
        if conflicts.count > 1 {
            let managers = Set(conflicts.map(\.manager)).sorted()
            let lists = managers.map { manager in
                let paths = conflicts.filter { $0.manager == manager }.map { "\n- \($0.path.text)" }
                return "conflicts with \(said(manager)):" + paths.joined()
            }
            message = "\(conflicts.count) conflicts: \(lists.joined(separator: "\n"))"
        }
        throw ModelRefusal(
            code: 409, reason: "Conflict", message: "Apply failed with \(message)",
            details: ["causes": .array(causes.map(\.json))])
    }
}
