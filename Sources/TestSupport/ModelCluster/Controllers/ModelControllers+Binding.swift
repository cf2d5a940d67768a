import Wire

/// The binder: which volume is whose.
///
/// Source: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#binding, and what was
/// seen at a cluster of 1.36.2.
extension ModelControllers {
    mutating func bind(_ scene: inout ModelScene) -> Bool {
        for (key, claim) in scene.all(.claim) {
            let volume = claim["spec", "volumeName"]?.text.map { ModelKey(.volume, $0) }
            let phase = claim["status", "phase"]?.text
            if let volume, phase == "Bound", scene.cluster[volume] == nil {
                return scene.setStatus(key, ["phase": "Lost"])
            }
            if let volume, let found = scene.cluster[volume] {
                let isOwn = found["spec", "claimRef", "uid"]?.text == claim.uid
                if phase == "Bound", isOwn {
                    if grow(key, claim, volume, found, &scene) { return true }
                } else if Self.mayTake(found, key, claim) {
                    if marry(key, claim, volume, &scene) { return true }
                }
            } else if phase == "Pending", volume == nil, !claim.isTerminating {
                if findVolume(for: key, claim, &scene) { return true }
            }
        }
        return false
    }

    /// Whether a volume is reserved for this claim, or for nobody.
    private static func mayTake(_ volume: JSONValue, _ key: ModelKey, _ claim: JSONValue) -> Bool {
        guard let reference = volume["spec", "claimRef"] else { return true }
        let isSame =
            reference["namespace"]?.text == key.namespace && reference["name"]?.text == key.name
        return isSame && (reference["uid"] == nil || reference["uid"]?.text == claim.uid)
    }

    private mutating func findVolume(
        for key: ModelKey, _ claim: JSONValue, _ scene: inout ModelScene
    ) -> Bool {
        let volumes = scene.all(.volume).filter { !$0.object.isTerminating }
        // Reserved: neither its class nor its size is looked at.
        let reserved = volumes.first { _, volume in
            volume["spec", "claimRef"] != nil && Self.mayTake(volume, key, claim)
        }
        if let reserved { return marry(key, claim, reserved.key, &scene) }
        let name = claim["spec", "storageClassName"]?.text ?? ""
        let storageClass = scene.cluster[ModelKey(.storageClass, name)]
        let waits = storageClass?["volumeBindingMode"] == "WaitForFirstConsumer"
        if waits, scene.pods(using: key).isEmpty { return false }
        let free = volumes.first { _, volume in
            volume["spec", "claimRef"] == nil
                && (volume["spec", "storageClassName"]?.text ?? "") == name
                && fits(volume, claim)
        }
        if let free { return marry(key, claim, free.key, &scene) }
        guard let storageClass, provisionerRuns else { return false }
        return provision(for: key, claim, storageClass, &scene)
    }

    private func fits(_ volume: JSONValue, _ claim: JSONValue) -> Bool {
        let capacity = ModelQuantity(volume["spec", "capacity", "storage"]?.text ?? "")
        let size = ModelValidation.request(of: claim)
        guard let capacity, let size else { return false }
        return capacity >= size
    }

    private mutating func provision(
        for key: ModelKey, _ claim: JSONValue, _ storageClass: JSONValue,
        _ scene: inout ModelScene
    ) -> Bool {
        handles += 1
        let handle = "handle-\(handles)"
        bytes[handle] = [:]
        let volume: JSONValue = [
            "metadata": [
                "name": .string("pvc-\(claim.uid ?? "")"),
                "annotations": [
                    "pv.kubernetes.io/provisioned-by": storageClass["provisioner"] ?? ""
                ],
            ],
            "spec": [
                "accessModes": claim["spec", "accessModes"] ?? [],
                "capacity": claim["spec", "resources", "requests"] ?? [:],
                "claimRef": Self.reference(to: key, claim),
                "csi": [
                    "driver": storageClass["provisioner"] ?? "", "volumeHandle": .string(handle),
                ],
                "persistentVolumeReclaimPolicy": storageClass["reclaimPolicy"] ?? "Delete",
                "storageClassName": .string(storageClass.name ?? ""),
            ],
        ]
        return scene.ask("POST", ModelKind.volume.path(), volume).isSuccess
    }

    private static func reference(to key: ModelKey, _ claim: JSONValue) -> JSONValue {
        [
            "kind": "PersistentVolumeClaim", "apiVersion": "v1",
            "namespace": .string(key.namespace ?? ""), "name": .string(key.name),
            "uid": .string(claim.uid ?? ""),
            "resourceVersion": .string(claim.resourceVersion ?? ""),
        ]
    }

    /// Each knows of the other from now on.
    private func marry(
        _ key: ModelKey, _ claim: JSONValue, _ volume: ModelKey, _ scene: inout ModelScene
    ) -> Bool {
        var changed = false
        if scene.cluster[volume]?["spec", "claimRef", "uid"]?.text != claim.uid {
            changed = scene.merge(volume, ["spec": ["claimRef": Self.reference(to: key, claim)]])
        }
        changed = scene.setStatus(volume, ["phase": "Bound"]) || changed
        changed =
            scene.merge(
                key,
                [
                    "metadata": [
                        "annotations": ["pv.kubernetes.io/bind-completed": "yes"]
                    ],
                    "spec": ["volumeName": .string(volume.name)],
                ]) || changed
        let found = scene.cluster[volume]
        return scene.setStatus(
            key,
            [
                "phase": "Bound", "accessModes": found?["spec", "accessModes"] ?? [],
                "capacity": found?["spec", "capacity"] ?? [:],
            ]) || changed
    }

    /// The resizer: the volume first, then what the claim says of it.
    private func grow(
        _ key: ModelKey, _ claim: JSONValue, _ volume: ModelKey, _ found: JSONValue,
        _ scene: inout ModelScene
    ) -> Bool {
        let size = ModelValidation.request(of: claim)
        let has = ModelQuantity(claim["status", "capacity", "storage"]?.text ?? "")
        guard provisionerRuns, let size, let has, size > has else { return false }
        let capacity: JSONValue = ["storage": .string(size.description)]
        _ = scene.merge(volume, ["spec": ["capacity": capacity]])
        return scene.setStatus(key, ["capacity": capacity])
    }

    /// What becomes of a volume whose claim is gone.
    mutating func releaseVolume(_ scene: inout ModelScene) -> Bool {
        for (key, volume) in scene.all(.volume) {
            let phase = phase(of: volume, scene)
            if volume["status", "phase"]?.text != phase {
                return scene.setStatus(key, ["phase": .string(phase)])
            }
            let isDoomed = volume["spec", "persistentVolumeReclaimPolicy"] == "Delete"
            guard phase == "Released", isDoomed, provisionerRuns, !volume.isTerminating else {
                continue
            }
            if let handle = Self.handle(of: volume) { bytes[handle] = nil }
            return scene.ask("DELETE", key.path).isSuccess
        }
        return false
    }

    private func phase(of volume: JSONValue, _ scene: ModelScene) -> String {
        guard let uid = volume["spec", "claimRef", "uid"]?.text else { return "Available" }
        let reference = volume["spec", "claimRef"] ?? [:]
        let claim = ModelKey(
            .claim, reference["name"]?.text ?? "", in: reference["namespace"]?.text)
        return scene.cluster[claim]?.uid == uid ? "Bound" : "Released"
    }
}
