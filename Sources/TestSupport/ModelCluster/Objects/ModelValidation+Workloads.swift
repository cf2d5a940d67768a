import Wire

/// StatefulSets and the pods in them.
extension ModelValidation {
    func statefulSetCauses(_ set: JSONValue) -> [Cause] {
        var causes: [Cause] = []
        if let replicas = set["spec", "replicas"]?.int, replicas < 0 {
            causes.append(
                .invalid(
                    "spec.replicas", .integer(replicas), "must be greater than or equal to 0"))
        }
        let selector = set["spec", "selector", "matchLabels"]?.members ?? [:]
        let labels = set["spec", "template", "metadata", "labels"] ?? [:]
        if selector.isEmpty { causes.append(.required("spec.selector")) }
        if selector.isEmpty || selector.contains(where: { labels[$0.key] != $0.value }) {
            causes.append(
                .invalid(
                    "spec.template.metadata.labels", labels,
                    "`selector` does not match template `labels`"))
        }
        let spec = set["spec", "template", "spec"] ?? [:]
        var known = Set((set["spec", "volumeClaimTemplates"]?.items ?? []).compactMap(\.name))
        for (index, volume) in (spec["volumes"]?.items ?? []).enumerated() {
            let sources = Self.volumeSources.filter { volume[$0] != nil }
            causes += sources.dropFirst().map { source in
                .forbidden(
                    "spec.template.spec.volumes[\(index)].\(source)",
                    "may not specify more than 1 volume type")
            }
            if sources.count < 2, let name = volume["name"]?.text { known.insert(name) }
        }
        return causes + podCauses(spec, volumes: known)
    }

    /// In the order in which the server looks for them.
    private static let volumeSources = [
        "emptyDir", "hostPath", "secret", "nfs", "persistentVolumeClaim", "downwardAPI",
        "configMap", "projected", "csi", "ephemeral",
    ]

    private func podCauses(_ spec: JSONValue, volumes: Set<String>) -> [Cause] {
        let containers = spec["containers"]?.items ?? []
        if containers.isEmpty { return [.required("spec.template.spec.containers")] }
        return containers.enumerated().flatMap { index, container in
            let place = "spec.template.spec.containers[\(index)]"
            var causes: [Cause] = []
            if container["image"]?.isEmpty ?? true { causes.append(.required("\(place).image")) }
            for (mount, item) in (container["volumeMounts"]?.items ?? []).enumerated() {
                guard let name = item["name"]?.text, !volumes.contains(name) else { continue }
                causes.append(
                    Cause(
                        field: "\(place).volumeMounts[\(mount)].name",
                        reason: "FieldValueNotFound", message: "Not found: \"\(name)\""))
            }
            return causes
        }
    }

    func statefulSetCauses(_ new: JSONValue, from old: JSONValue) -> [Cause] {
        var (fixed, was) = (new["spec"] ?? [:], old["spec"] ?? [:])
        for name in [
            "replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy", "minReadySeconds",
        ] {
            fixed[name] = nil
            was[name] = nil
        }
        return fixed == was ? [] : [.forbidden("spec", Self.setIsFixed)]
    }

    func serviceCauses(_ new: JSONValue, from old: JSONValue) -> [Cause] {
        let (address, before) = (new["spec", "clusterIPs"], old["spec", "clusterIPs"])
        guard let address, let before, address != before else { return [] }
        return [.invalid("spec.clusterIPs[0]", address, "may not change once set")]
    }
}
