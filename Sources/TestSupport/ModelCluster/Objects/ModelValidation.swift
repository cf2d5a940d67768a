import Wire

/// What the server will not keep.
///
/// Source: the answers of kube-apiserver 1.36.2.
struct ModelValidation {
    typealias Cause = ModelRefusal.Cause

    var kind: ModelKind

    /// What is wrong with a new object, or with one as it shall be.
    func causes(in object: JSONValue) -> [Cause] {
        var causes = nameCauses(object) + labelCauses(object)
        switch kind {
        case .configMap, .secret: causes += keyCauses(object)
        case .claim: causes += claimCauses(object)
        case .volume: causes += volumeCauses(object)
        case .statefulSet: causes += statefulSetCauses(object)
        case .service: causes += serviceCauses(object)
        default: break
        }
        return causes
    }

    private func nameCauses(_ object: JSONValue) -> [Cause] {
        let name = object.name ?? ""
        if name.isEmpty {
            return [.required("metadata.name", "name or generateName is required")]
        }
        let isLabel = [.namespace, .service].contains(kind)
        let isRight =
            isLabel
            ? name.isDNSLabel && name.count <= 63 : name.isDNSSubdomain && name.count <= 253
        if isRight { return [] }
        return [.invalid("metadata.name", .string(name), isLabel ? Self.label : Self.subdomain)]
    }

    private func labelCauses(_ object: JSONValue) -> [Cause] {
        object.labels.sorted { $0.key < $1.key }.flatMap { key, value in
            var causes: [Cause] = []
            let name = key.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
            if !name.isQualifiedName {
                causes.append(.invalid("metadata.labels", .string(key), Self.labelKey))
            }
            if !value.isEmpty, !value.isQualifiedName {
                causes.append(.invalid("metadata.labels", .string(value), Self.labelValue))
            }
            return causes
        }
    }

    private func keyCauses(_ object: JSONValue) -> [Cause] {
        (object["data"]?.members ?? [:]).keys.sorted()
            .filter { !$0.isDataKey }
            .map { .invalid("data[\($0)]", .string($0), Self.dataKey) }
    }

    private func serviceCauses(_ service: JSONValue) -> [Cause] {
        let ports = service["spec", "ports"]?.items ?? []
        let isExternal = service["spec", "type"] == "ExternalName"
        if ports.isEmpty, !isExternal, service["spec", "clusterIP"] != "None" {
            return [.required("spec.ports")]
        }
        return ports.enumerated().flatMap { index, port in
            var causes: [Cause] = []
            if ports.count > 1, port["name"] == nil {
                causes.append(.required("spec.ports[\(index)].name"))
            }
            for member in ["port", "targetPort"] {
                guard let number = port[member]?.int, !(1...65535).contains(number) else {
                    continue
                }
                causes.append(
                    .invalid(
                        "spec.ports[\(index)].\(member)", .integer(number),
                        "must be between 1 and 65535, inclusive"))
            }
            return causes
        }
    }
}
