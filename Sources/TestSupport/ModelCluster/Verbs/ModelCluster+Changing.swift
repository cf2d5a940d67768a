import Wire

/// What every write to an existing object goes through.
extension ModelCluster {
    /// Keeps an object as it shall be, if the server takes it, and answers with it; what changes
    /// nothing is no write.
    mutating func change(
        _ key: ModelKey, _ subresource: String?, to object: JSONValue, _ request: ModelRequest,
        _ moment: ModelMoment, changesOwners: Bool = false
    ) throws(ModelRefusal) -> JSONValue {
        guard let old = store.objects[key] else { throw .notFound(key) }
        try checkVersion(of: object, old, key)
        var new = settled(object, over: old, key.kind, subresource, moment)
        let rules = ModelValidation(kind: key.kind)
        let causes = rules.causes(in: new, from: old)
        var own = subresource == nil ? rules.causes(in: new) : []
        // Its strategy asks twice.
        if key.kind == .volume { own += own }
        let all = ordered(own, causes)
        if !all.isEmpty { throw .invalid(key.kind, key.name, all) }
        try admitGrowth(new, from: old, key)
        try admitPorts(of: new, at: key)
        // Who owns what is a part of the real object.
        if new == old, !changesOwners, !store.fresh.contains(key) { return old }
        if key.kind.countsGenerations, new["spec"] != old["spec"] {
            new["metadata", "generation"] = .integer((old["metadata", "generation"]?.int ?? 0) + 1)
        }
        return keep(new, at: key, request)
    }

    /// What is wrong with what it is comes first, except with its identity.
    private func ordered(
        _ own: [ModelRefusal.Cause], _ updates: [ModelRefusal.Cause]
    ) -> [ModelRefusal.Cause] {
        let (metadata, others) = (
            updates.filter { $0.field.hasPrefix("metadata") },
            updates.filter { !$0.field.hasPrefix("metadata") }
        )
        return metadata + own + others
    }

    private mutating func keep(
        _ new: JSONValue, at key: ModelKey, _ request: ModelRequest
    ) -> JSONValue {
        if request.isDryRun { return new }
        let mayGo = key.kind != .pod || new["metadata", "deletionGracePeriodSeconds"] == 0
        let isHeld = key.kind == .namespace && !(new["spec", "finalizers"]?.isEmpty ?? true)
        if new.isTerminating, new.finalizers.isEmpty, mayGo, !isHeld {
            _ = store.remove(key)
            return new
        }
        return store.put(new, at: key)
    }

    private func checkVersion(
        of object: JSONValue, _ old: JSONValue, _ key: ModelKey
    ) throws(ModelRefusal) {
        guard let version = object.resourceVersion, !version.isEmpty, version != "0" else {
            return
        }
        guard Int(version) != nil else {
            throw .internalError("strconv.ParseUint: parsing \"\(version)\": invalid syntax")
        }
        if version != old.resourceVersion { throw .modified(key) }
    }

    /// The object with what its writer cannot say.
    private func settled(
        _ object: JSONValue, over old: JSONValue, _ kind: ModelKind, _ subresource: String?,
        _ moment: ModelMoment
    ) -> JSONValue {
        var new = object
        for name in FieldSet.unowned where name != "uid" {
            new["metadata", name] = old["metadata", name]
        }
        if new.uid == nil { new["metadata", "uid"] = old["metadata", "uid"] }
        if subresource == "status" {
            for member in kind.members.subtracting(["status"]) { new[member] = old[member] }
            if kind == .volume, new["status", "phase"] != old["status", "phase"] {
                new["status", "lastPhaseTransitionTime"] = .string(moment.timestamp)
            }
        } else {
            if kind.hasStatus { new["status"] = old["status"] }
            carry(&new, from: old, kind)
            ModelDefaults.fill(&new, of: kind)
        }
        return new
    }

    /// What a writer may leave out, and stays.
    private func carry(_ new: inout JSONValue, from old: JSONValue, _ kind: ModelKind) {
        switch kind {
        case .namespace: new["spec", "finalizers"] = old["spec", "finalizers"]
        case .service:
            for name in ["clusterIP", "clusterIPs"] where new["spec", name] == nil {
                new["spec", name] = old["spec", name]
            }
        default: break
        }
    }

    /// A port of all nodes is one Service's.
    func admitPorts(of object: JSONValue, at key: ModelKey) throws(ModelRefusal) {
        guard key.kind == .service else { return }
        let taken = Set(
            store.objects(of: .service).filter { $0.key != key }.flatMap { $0.object.nodePorts })
        for (number, port) in object.nodePorts.enumerated() where taken.contains(port) {
            let field = "spec.ports[\(number)].nodePort"
            throw .invalid(
                key.kind, key.name,
                [.invalid(field, .integer(port), "provided port is already allocated")])
        }
    }

    /// As the admission plugin PersistentVolumeClaimResize does.
    private func admitGrowth(
        _ new: JSONValue, from old: JSONValue, _ key: ModelKey
    ) throws(ModelRefusal) {
        guard key.kind == .claim, let size = ModelValidation.request(of: new),
            let before = ModelValidation.request(of: old), size > before
        else { return }
        let name = new["spec", "storageClassName"]?.text ?? ""
        let storageClass = store.objects[ModelKey(.storageClass, name)]
        guard storageClass?["allowVolumeExpansion"]?.flag != true else { return }
        throw .forbidden(
            key,
            """
            only dynamically provisioned pvc can be resized and the storageclass that provisions \
            the pvc must support resize
            """)
    }
}

extension JSONValue {
    /// Of a Service.
    fileprivate var nodePorts: [Int] {
        (self["spec", "ports"]?.items ?? []).compactMap { $0["nodePort"]?.int }
    }
}
