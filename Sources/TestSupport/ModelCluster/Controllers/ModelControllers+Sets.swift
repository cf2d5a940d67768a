import Wire

/// The StatefulSet controller, for sets of at most one replica.
///
/// Source: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
extension ModelControllers {
    mutating func playSet(_ scene: inout ModelScene) -> Bool {
        for (key, set) in scene.all(.statefulSet) where !set.isTerminating {
            if step(key, set, &scene) { return true }
            if tell(key, set, &scene) { return true }
        }
        return false
    }

    private func step(_ key: ModelKey, _ set: JSONValue, _ scene: inout ModelScene) -> Bool {
        let pod = ModelKey(.pod, "\(key.name)-0", in: key.namespace)
        let isWanted = (set["spec", "replicas"]?.int ?? 0) > 0
        guard let found = scene.cluster[pod] else {
            return isWanted && make(pod, for: key, set, &scene)
        }
        guard !found.isTerminating else { return false }
        if !isWanted { return scene.ask("DELETE", pod.path).isSuccess }
        let isOld = found.labels["controller-revision-hash"] != Self.revision(of: key, set)
        let rolls = set["spec", "updateStrategy", "type"] == "RollingUpdate"
        // One that was never ready is not replaced: the known trap of a broken template.
        guard isOld, rolls, Self.isReady(found) else { return false }
        return scene.ask("DELETE", pod.path).isSuccess
    }

    private func make(
        _ pod: ModelKey, for key: ModelKey, _ set: JSONValue, _ scene: inout ModelScene
    ) -> Bool {
        var object = set["spec", "template"] ?? [:]
        object["metadata", "name"] = .string(pod.name)
        object["metadata", "labels", "controller-revision-hash"] =
            .string(Self.revision(of: key, set))
        object["metadata", "labels", "statefulset.kubernetes.io/pod-name"] = .string(pod.name)
        object["metadata", "ownerReferences"] = [
            [
                "apiVersion": "apps/v1", "kind": "StatefulSet", "name": .string(key.name),
                "uid": .string(set.uid ?? ""), "controller": true,
            ]
        ]
        for template in set["spec", "volumeClaimTemplates"]?.items ?? [] {
            addClaim(template, to: &object, pod, &scene)
        }
        return scene.ask("POST", ModelKind.pod.path(in: key.namespace), object).isSuccess
    }

    private func addClaim(
        _ template: JSONValue, to pod: inout JSONValue, _ key: ModelKey,
        _ scene: inout ModelScene
    ) {
        let name = "\(template.name ?? "")-\(key.name)"
        let claim: JSONValue = [
            "metadata": ["name": .string(name)], "spec": template["spec"] ?? [:],
        ]
        scene.ask("POST", ModelKind.claim.path(in: key.namespace), claim)
        let volume: JSONValue = [
            "name": .string(template.name ?? ""),
            "persistentVolumeClaim": ["claimName": .string(name)],
        ]
        pod["spec", "volumes"] = .array((pod["spec", "volumes"]?.items ?? []) + [volume])
    }

    /// What the set says of itself.
    private func tell(_ key: ModelKey, _ set: JSONValue, _ scene: inout ModelScene) -> Bool {
        let pod = scene.cluster[ModelKey(.pod, "\(key.name)-0", in: key.namespace)]
        let revision = Self.revision(of: key, set)
        let current = pod?.labels["controller-revision-hash"] ?? revision
        let isReady = pod.map(Self.isReady) ?? false
        return scene.setStatus(
            key,
            [
                "observedGeneration": set["metadata", "generation"] ?? 1,
                "replicas": pod == nil ? 0 : 1, "readyReplicas": isReady ? 1 : .null,
                "availableReplicas": isReady ? 1 : 0,
                "currentReplicas": pod == nil ? .null : 1,
                "updatedReplicas": pod != nil && current == revision ? 1 : .null,
                "currentRevision": .string(current), "updateRevision": .string(revision),
            ])
    }

    static func isReady(_ pod: JSONValue) -> Bool {
        (pod["status", "conditions"]?.items ?? []).contains {
            $0["type"] == "Ready" && $0["status"] == "True"
        }
    }

    /// A name for a template (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/).
    static func revision(of key: ModelKey, _ set: JSONValue) -> String {
        let text = (set["spec", "template"] ?? [:]).compact
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x0100_0000_01b3
        }
        return "\(key.name)-\(String(hash % 0xffff_ffff, radix: 36))"
    }
}
