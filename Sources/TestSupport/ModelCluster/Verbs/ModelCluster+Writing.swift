import Wire

/// PUT and PATCH.
extension ModelCluster {
    mutating func replace(
        _ key: ModelKey, _ subresource: String?, _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        let body = ModelBody(kind: key.kind)
        let object = try body.object(request)
        try body.checkName(object, at: key)
        guard let old = store.objects[key] else {
            return try put(object, at: key, request, moment)
        }
        if let uid = object.uid, !uid.isEmpty, uid != old.uid {
            throw .conflict(key, storageError(key, uid, old))
        }
        return try update(key, subresource, to: object, request, moment)
    }

    /// A PUT where nothing is.
    private mutating func put(
        _ object: JSONValue, at key: ModelKey, _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        guard key.kind.isMadeByPut else { throw .notFound(key) }
        if let uid = object.uid, !uid.isEmpty {
            throw .conflict(key, storageError(key, uid, [:]))
        }
        var object = object
        object["metadata", "resourceVersion"] = nil
        let made = try make(object, at: key, request, moment)
        note(request, wrote: made, over: [:], at: key)
        return ModelAnswer(201, made)
    }

    mutating func patch(
        _ key: ModelKey, _ subresource: String?, _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        try checkDryRun(request)
        let type = request.contentType?.split(separator: ";").first.map(String.init) ?? ""
        switch type {
        case "application/apply-patch+yaml":
            return try apply(key, subresource, request, moment)
        case "application/merge-patch+json":
            let patch = try ModelBody.patch(request)
            guard let old = store.objects[key] else { throw .notFound(key) }
            return try update(
                key, subresource, to: decoded(old.patched(with: patch), key), request, moment)
        default:
            throw ModelRefusal(
                code: 415, reason: "UnsupportedMediaType",
                message: "415: Unsupported Media Type", details: [:])
        }
    }

    /// The object that a patch has made, if it is still of its kind.
    private func decoded(
        _ object: JSONValue, _ key: ModelKey
    ) throws(ModelRefusal) -> JSONValue {
        let patched: JSONValue
        do throws(ModelMismatch) {
            patched = try ModelDecoding(kind: key.kind).decoded(object)
        } catch {
            let cause = ModelRefusal.Cause.invalid("patch", .string(object.compact), error.why)
            throw ModelRefusal(
                code: 422, reason: "Invalid",
                message: " \"\" is invalid: patch: \(cause.message)",
                details: ["causes": [cause.json]])
        }
        try ModelBody(kind: key.kind).checkName(patched, at: key)
        return patched
    }

    private func checkDryRun(_ request: ModelRequest) throws(ModelRefusal) {
        guard let value = request.query["dryRun"], value != "All" else { return }
        throw .invalidOptions(
            "PatchOptions", .unsupported("dryRun", [.string(value)], ["All"]))
    }

    private func storageError(_ key: ModelKey, _ uid: String, _ old: JSONValue) -> String {
        """
        StorageError: invalid object, Code: 4, Key: \
        /registry/\(key.kind.registry)/\(key.place), ResourceVersion: 0, AdditionalErrorMsg: \
        Precondition failed: UID in precondition: \(uid), UID in object meta: \(old.uid ?? "")
        """
    }

    /// Lets an object become what it shall be, and notes whose fields have changed.
    private mutating func update(
        _ key: ModelKey, _ subresource: String?, to object: JSONValue, _ request: ModelRequest,
        _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        let old = store.objects[key] ?? [:]
        let new = try change(key, subresource, to: object, request, moment)
        if subresource == nil { note(request, wrote: new, over: old, at: key) }
        return ModelAnswer(200, new)
    }
}
