import Wire

/// The scheduler and the kubelet of the only node.
extension ModelControllers {
    mutating func schedule(_ scene: inout ModelScene) -> Bool {
        for (key, pod) in scene.all(.pod)
        where pod["spec", "nodeName"] == nil && !pod.isTerminating {
            if let why = obstacle(to: key, pod, scene) {
                let condition: JSONValue = [
                    "type": "PodScheduled", "status": "False", "reason": "Unschedulable",
                    "message": .string("0/1 nodes are available: \(why)."),
                ]
                if scene.setStatus(key, ["conditions": [condition]]) { return true }
                continue
            }
            return scene.merge(key, ["spec": ["nodeName": .string(node)]])
        }
        return false
    }

    private func obstacle(
        to key: ModelKey, _ pod: JSONValue, _ scene: ModelScene
    ) -> String? {
        for name in ModelScene.claims(of: pod) {
            guard let claim = scene.cluster[ModelKey(.claim, name, in: key.namespace)] else {
                return "persistentvolumeclaim \"\(name)\" not found"
            }
            if claim.isTerminating {
                return "persistentvolumeclaim \"\(name)\" is being deleted"
            }
            switch claim["status", "phase"]?.text {
            case "Bound": continue
            case "Lost": return "persistentvolumeclaim \"\(name)\" bound to non-existent volume"
            default: return "pod has unbound immediate PersistentVolumeClaims"
            }
        }
        return nil
    }

    mutating func playKubelet(_ scene: inout ModelScene) -> Bool {
        guard kubeletRuns else { return false }
        for (key, pod) in scene.all(.pod) where pod["spec", "nodeName"] != nil {
            if pod.isTerminating {
                return scene.ask("DELETE", "\(key.path)?gracePeriodSeconds=0").isSuccess
            }
            if run(key, pod, &scene) { return true }
        }
        return false
    }

    /// One stage further: pulled, running, ready.
    private mutating func run(
        _ key: ModelKey, _ pod: JSONValue, _ scene: inout ModelScene
    ) -> Bool {
        let image = pod["spec", "containers"]?.items.first?["image"]?.text ?? ""
        if brokenImages.contains(image) {
            let waiting: JSONValue = ["waiting": ["reason": "ImagePullBackOff"]]
            return scene.setStatus(
                key, status(of: pod, phase: "Pending", state: waiting, isReady: false))
        }
        let running: JSONValue = [
            "running": ["startedAt": pod["metadata", "creationTimestamp"] ?? ""]
        ]
        if pod["status", "phase"] != "Running" {
            noteWriters(key, pod, scene)
            return scene.setStatus(
                key, status(of: pod, phase: "Running", state: running, isReady: false))
        }
        return scene.setStatus(
            key, status(of: pod, phase: "Running", state: running, isReady: startsReady))
    }

    private mutating func noteWriters(_ key: ModelKey, _ pod: JSONValue, _ scene: ModelScene) {
        for name in ModelScene.claims(of: pod) {
            let claim = ModelKey(.claim, name, in: key.namespace)
            let others = scene.pods(using: claim).filter { other in
                other.key != key && other.object["status", "phase"] == "Running"
            }
            if !others.isEmpty { doubleWriters.append(claim.path) }
        }
    }

    private func status(
        of pod: JSONValue, phase: String, state: JSONValue, isReady: Bool
    ) -> JSONValue {
        let containers = (pod["spec", "containers"]?.items ?? []).map { container -> JSONValue in
            [
                "name": container["name"] ?? "", "image": container["image"] ?? "",
                "ready": .bool(isReady), "restartCount": 0, "state": state,
            ]
        }
        return [
            "phase": .string(phase),
            "conditions": [
                ["type": "PodScheduled", "status": "True"],
                ["type": "Ready", "status": isReady ? "True" : "False"],
            ],
            "containerStatuses": .array(containers),
        ]
    }
}
