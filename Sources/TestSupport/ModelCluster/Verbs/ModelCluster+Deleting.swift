import Wire

/// DELETE of one and of many.
extension ModelCluster {
    mutating func delete(
        _ key: ModelKey, _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        let options = try DeleteOptions(request)
        guard let object = store.objects[key] else { throw .notFound(key) }
        if key.kind == .namespace, ["default", "kube-system", "kube-public"].contains(key.name) {
            throw .forbidden(key, "this namespace may not be deleted")
        }
        try options.check(object, at: key)
        if let propagation = options.propagation { propagations[key.path] = propagation }
        return end(object, at: key, options, moment)
    }

    /// Lets an object go, now or when its finalizers are gone.
    mutating func end(
        _ object: JSONValue, at key: ModelKey, _ options: DeleteOptions, _ moment: ModelMoment
    ) -> ModelAnswer {
        let grace = grace(of: object, key.kind, options)
        var last = object
        if key.kind != .namespace || !object.isTerminating {
            let finalizers = options.finalizers(object.finalizers)
            last["metadata", "finalizers"] =
                finalizers.isEmpty ? nil : .array(finalizers.map(JSONValue.string))
        }
        let isHeld = key.kind == .namespace && !(object["spec", "finalizers"]?.isEmpty ?? true)
        if last.finalizers.isEmpty, grace == 0, !isHeld {
            let gone = options.isDryRun ? object : store.remove(key)
            return ended(gone ?? object, key)
        }
        let isGoing =
            object.isTerminating
            && grace >= object["metadata", "deletionGracePeriodSeconds"]?.int ?? 0
        if !isGoing { mark(&last, key.kind, grace: grace, moment) }
        if last == object { return ModelAnswer(200, object) }
        return ModelAnswer(200, options.isDryRun ? last : store.put(last, at: key))
    }

    private func mark(
        _ object: inout JSONValue, _ kind: ModelKind, grace: Int, _ moment: ModelMoment
    ) {
        object["metadata", "deletionTimestamp"] = .string(moment.timestamp(in: grace))
        if kind == .namespace {
            object["status", "phase"] = "Terminating"
            return
        }
        object["metadata", "deletionGracePeriodSeconds"] = .integer(grace)
        if let generation = object["metadata", "generation"]?.int {
            object["metadata", "generation"] = .integer(generation + 1)
        }
    }

    /// Only pods that are on a node are given time.
    private func grace(of object: JSONValue, _ kind: ModelKind, _ options: DeleteOptions) -> Int {
        let phase = object["status", "phase"]?.text ?? ""
        guard kind == .pod, object["spec", "nodeName"] != nil,
            !["Succeeded", "Failed"].contains(phase)
        else { return 0 }
        return options.grace ?? object["spec", "terminationGracePeriodSeconds"]?.int ?? 30
    }

    private func ended(_ object: JSONValue, _ key: ModelKey) -> ModelAnswer {
        if key.kind.isReturnedWhenDeleted { return ModelAnswer(200, object) }
        var details: JSONValue = [
            "name": .string(key.name), "kind": .string(key.kind.plural),
            "uid": .string(object.uid ?? ""),
        ]
        if !key.kind.group.isEmpty { details["group"] = .string(key.kind.group) }
        return ModelAnswer(
            200,
            [
                "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success",
                "details": details,
            ])
    }

    /// One after the other, and no further than the first that is refused.
    mutating func deleteCollection(
        _ kind: ModelKind, in namespace: String?, _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        guard kind.isNamespaced == (namespace != nil), kind != .namespace else {
            throw .notAllowed
        }
        let options = try DeleteOptions(request)
        let filter = try ObjectFilter(kind, namespace: namespace, query: request.query)
        let found = store.objects(of: kind).filter { filter.matches($0.key, $0.object) }
        let version = store.version
        for (key, object) in found {
            try options.check(object, at: key)
            _ = end(object, at: key, options, moment)
        }
        return ModelAnswer(
            200,
            Self.list(
                of: kind, found.map(\.object), ["resourceVersion": .string("\(version)")]))
    }
}
