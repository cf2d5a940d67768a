import Wire

/// POST, and apply where nothing is.
extension ModelCluster {
    mutating func create(
        _ kind: ModelKind, in namespace: String?, _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> ModelAnswer {
        guard kind.isNamespaced == (namespace != nil) else { throw .notAllowed }
        let object = try ModelBody(kind: kind).object(request)
        try ModelBody.checkNamespace(object, namespace)
        let key = ModelKey(kind, object.name ?? "", in: namespace)
        let made = try make(object, at: key, request, moment)
        note(request, wrote: made, over: [:], at: key)
        return ModelAnswer(201, made)
    }

    /// Lets an object be, if the server takes it.
    mutating func make(
        _ body: JSONValue, at key: ModelKey, _ request: ModelRequest, _ moment: ModelMoment
    ) throws(ModelRefusal) -> JSONValue {
        try admit(key)
        if let version = body.resourceVersion, !version.isEmpty {
            throw .internalError("resourceVersion should not be set on objects to be created")
        }
        var object = body
        ModelDefaults.fill(&object, of: key.kind)
        object["status"] = ModelDefaults.firstStatus(of: key.kind, at: moment.timestamp)
        let causes = ModelValidation(kind: key.kind).causes(in: object)
        if !causes.isEmpty { throw .invalid(key.kind, key.name, causes) }
        try admitPorts(of: object, at: key)
        if let other = store.objects[key] {
            throw .alreadyExists(key, isTerminating: other.isTerminating)
        }
        christen(&object, at: key, moment)
        giveAddress(&object, key.kind)
        return request.isDryRun ? object : store.put(object, at: key)
    }

    private func admit(_ key: ModelKey) throws(ModelRefusal) {
        guard let name = key.namespace else { return }
        let namespace = ModelKey(.namespace, name)
        guard let found = store.objects[namespace] else { throw .notFound(namespace) }
        if found.isTerminating { throw .namespaceTerminating(key, name) }
    }

    /// What the server alone says of a new object.
    private func christen(_ object: inout JSONValue, at key: ModelKey, _ moment: ModelMoment) {
        for name in ["deletionTimestamp", "deletionGracePeriodSeconds", "generation"] {
            object["metadata", name] = nil
        }
        object["metadata", "namespace"] = key.namespace.map(JSONValue.string)
        object["metadata", "uid"] = .string(moment.newUID())
        object["metadata", "creationTimestamp"] = .string(moment.timestamp)
        if key.kind.countsGenerations { object["metadata", "generation"] = 1 }
        switch key.kind {
        case .namespace: object["spec", "finalizers"] = ["kubernetes"]
        case .claim: protect(&object, by: "kubernetes.io/pvc-protection")
        case .volume: protect(&object, by: "kubernetes.io/pv-protection")
        default: break
        }
    }

    /// As the admission plugin StorageObjectInUseProtection does.
    private func protect(_ object: inout JSONValue, by finalizer: String) {
        guard !object.finalizers.contains(finalizer) else { return }
        object["metadata", "finalizers"] = .array(
            (object.finalizers + [finalizer]).map(JSONValue.string))
    }

    private mutating func giveAddress(_ object: inout JSONValue, _ kind: ModelKind) {
        let isExternal = object["spec", "type"] == "ExternalName"
        guard kind == .service, object["spec", "clusterIP"] == nil, !isExternal else { return }
        addresses += 1
        let address = JSONValue.string("10.0.\(addresses / 250).\(addresses % 250 + 1)")
        object["spec", "clusterIP"] = address
        object["spec", "clusterIPs"] = [address]
    }

    mutating func note(
        _ request: ModelRequest, wrote new: JSONValue, over old: JSONValue, at key: ModelKey
    ) {
        guard !request.isDryRun, store.objects[key] != nil else { return }
        let manager = ModelOwners.Manager(
            name: request.query["fieldManager"] ?? request.agent, applies: false)
        store.owners[key, default: ModelOwners()]
            .note(manager, wrote: ownable(new, key.kind), over: ownable(old, key.kind))
    }

    /// The fields that are not the status's, which only its own subresource writes.
    func ownable(_ object: JSONValue, _ kind: ModelKind) -> FieldSet {
        var object = object
        if kind.hasStatus { object["status"] = nil }
        return FieldSet(of: object)
    }
}
