import Wire

/// `scale`, `finalize`, `eviction`, `log`.
extension ModelCluster {
    mutating func answer(
        _ request: ModelRequest, _ key: ModelKey, subresource: String, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        switch (key.kind, subresource, request.method) {
        case (.statefulSet, "scale", "GET"): return ModelAnswer(200, scale(try found(key)))
        case (.statefulSet, "scale", "PUT"), (.statefulSet, "scale", "PATCH"):
            return try rescale(key, request, moment)
        case (.namespace, "finalize", "PUT"): return try finalize(key, request)
        case (.pod, "eviction", "POST"): return try evict(key, request, moment)
        case (.pod, "log", "GET"):
            _ = try found(key)
            return ModelAnswer(200, text: logs["\(key.namespace ?? "")/\(key.name)"] ?? "")
        case (.statefulSet, "scale", _), (.namespace, "finalize", _), (.pod, "eviction", _),
            (.pod, "log", _):
            throw .notAllowed
        default: throw .noSuchResource
        }
    }

    private func found(_ key: ModelKey) throws(ModelRefusal) -> JSONValue {
        guard let object = store.objects[key] else { throw .notFound(key) }
        return object
    }

    private func scale(_ set: JSONValue) -> JSONValue {
        let selector = (set["spec", "selector", "matchLabels"]?.members ?? [:])
            .sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value.text ?? "")" }.joined(separator: ",")
        var metadata: JSONValue = [:]
        for name in ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"] {
            metadata[name] = set["metadata", name]
        }
        let replicas = set["spec", "replicas"]?.int ?? 0
        return [
            "kind": "Scale", "apiVersion": "autoscaling/v1", "metadata": metadata,
            "spec": replicas == 0 ? [:] : ["replicas": .integer(replicas)],
            "status": [
                "replicas": set["status", "replicas"] ?? 0, "selector": .string(selector),
            ],
        ]
    }

    private mutating func rescale(
        _ key: ModelKey, _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        let body = try ModelBody.patch(request)
        let set = try found(key)
        if let uid = body.uid, uid != set.uid {
            var named = key
            named.kind.plural = "statefulsets/scale"
            throw .conflict(
                named,
                """
                Precondition failed: UID in precondition: \(uid), UID in object meta: \
                \(set.uid ?? "")
                """)
        }
        var new = set
        new["metadata", "resourceVersion"] =
            body["metadata", "resourceVersion"] ?? set["metadata", "resourceVersion"]
        new["spec", "replicas"] = body["spec", "replicas"] ?? 0
        // Whoever scales owns the number from then on, whether it changes or not.
        var owners = store.owners[key] ?? ModelOwners()
        let before = owners
        owners.note(scaler: "\(request.query["fieldManager"] ?? request.agent) by scale")
        let changed = try change(
            key, nil, to: new, request, moment, changesOwners: owners != before)
        if !request.isDryRun, store.objects[key] != nil { store.owners[key] = owners }
        note(request, wrote: changed, over: set, at: key)
        return ModelAnswer(200, scale(changed))
    }

    /// Takes the namespace's own finalizer, which is the end of it.
    private mutating func finalize(
        _ key: ModelKey, _ request: ModelRequest
    ) throws(ModelRefusal) -> ModelAnswer {
        var namespace = try found(key)
        let left = request.content?["spec", "finalizers"]?.items ?? []
        namespace["spec"] = left.isEmpty ? [:] : ["finalizers": .array(left)]
        if left.isEmpty, namespace.isTerminating, namespace.finalizers.isEmpty {
            _ = store.remove(key)
            return ModelAnswer(200, namespace)
        }
        return ModelAnswer(200, store.put(namespace, at: key))
    }

    private mutating func evict(
        _ key: ModelKey, _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        let pod = try found(key)
        var asked = request
        asked.content = request.content?["deleteOptions"]
        let options = try DeleteOptions(asked)
        try options.check(pod, at: key)
        _ = end(pod, at: key, options, moment)
        return ModelAnswer(
            201,
            [
                "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success",
                "code": 201,
            ])
    }
}
