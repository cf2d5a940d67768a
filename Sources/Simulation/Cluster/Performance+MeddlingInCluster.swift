import Domain
import EngineKubernetes
import TestSupport
import Wire

/// What strangers do to a cluster behind the program's back.
extension Performance {
    func meddle(
        _ meddling: Deed.Meddling, with slot: Truth.Slot, in cluster: PlayedCluster
    ) async {
        switch meddling {
        case .killContainer, .removeContainer, .editContainer, .removeNamespace:
            if let set = set(of: slot, cluster) { meddle(meddling, withSet: set, cluster) }
        case .plantClaim, .plantWorkload: plant(meddling, slot, cluster)
        case .takePort: takePort(of: slot, cluster)
        case .forgetEpoch:
            truth.hasForgottenEpoch = true
            let namespace = "hf-\(PlayedCluster.install)"
            stage.meddle(cluster, "DELETE", ModelKey(.configMap, "epoch", in: namespace).path)
        case .loseNode: cluster.controllers.kubeletRuns = false
        case .stopProvisioner: cluster.controllers.provisionerRuns = false
        case .breakWatches: cluster.breakWatches()
        case .compact: cluster.compact()
        case .retreat: retreat(in: cluster)
        case .dropImages, .uproot: break
        case .removeClaim, .replaceClaim, .intrude, .unguard, .detach, .pinClaim:
            await meddle(meddling, withClaimOf: slot, cluster)
        }
    }

    private var truth: Truth {
        get { stage.truth }
        set { stage.truth = newValue }
    }

    private func set(of slot: Truth.Slot, _ cluster: PlayedCluster) -> JSONValue? {
        cluster.model.objects(of: .statefulSet).first { $0.instanceID == slot.instance }
    }

    private func meddle(
        _ meddling: Deed.Meddling, withSet set: JSONValue, _ cluster: PlayedCluster
    ) {
        let namespace = set["metadata", "namespace"]?.text ?? ""
        let key = ModelKey(.statefulSet, set.name ?? "", in: namespace)
        switch meddling {
        case .killContainer where stage.dice.chance(50):
            stage.meddle(cluster, "PATCH", key.path, ["spec": ["replicas": 0]])
        case .killContainer:
            stage.meddle(
                cluster, "DELETE", ModelKey(.pod, "\(key.name)-0", in: namespace).path)
        case .removeContainer where stage.dice.chance(70):
            stage.meddle(cluster, "DELETE", key.path)
        case .removeContainer where set.replicas == 0: stage.replace(key, set, cluster)
        case .editContainer:
            var containers = set["spec", "template", "spec", "containers"]?.items ?? []
            if containers.isEmpty { return }
            containers[0]["image"] = "example/another:1"
            stage.meddle(
                cluster, "PATCH", key.path,
                ["spec": ["template": ["spec": ["containers": .array(containers)]]]])
        case .removeNamespace:
            stage.meddle(cluster, "DELETE", ModelKey(.namespace, namespace).path)
        default: break
        }
    }

    private func meddle(
        _ meddling: Deed.Meddling, withClaimOf slot: Truth.Slot, _ cluster: PlayedCluster
    ) async {
        let rows = try? await stage.rows.read { try $0.volumes(of: slot.instance) }
        let names = (rows ?? []).map(\.claim.rawValue)
        let claims = cluster.model.objects(of: .claim)
            .filter { names.contains($0.name ?? "") && $0.isOurs }
        guard let claim = claims.randomElement(using: &stage.dice) else { return }
        let key = ModelKey(.claim, claim.name ?? "", in: claim["metadata", "namespace"]?.text)
        switch meddling {
        case .removeClaim: stage.meddle(cluster, "DELETE", key.path)
        case .replaceClaim where !isMounted(claim, cluster): stage.replace(key, claim, cluster)
        case .detach where !isMounted(claim, cluster):
            stage.meddle(cluster, "DELETE", key.path)
            stage.meddle(cluster, "PATCH", key.path, ["metadata": ["finalizers": .null]])
        case .pinClaim:
            let all = claim.finalizers + ["example.org/pinned"]
            stage.meddle(
                cluster, "PATCH", key.path, ["metadata": ["finalizers": JSONValue(texts: all)]])
        case .unguard: unguard(claim, key, cluster)
        case .intrude: intrude(on: key, cluster)
        default: break
        }
    }

    private func isMounted(_ claim: JSONValue, _ cluster: PlayedCluster) -> Bool {
        cluster.model.objects(of: .pod).contains {
            $0.mountedClaims.contains(ClaimName(claim.name ?? ""))
        }
    }

    /// Its bytes would go with it; and it goes as soon as nobody has it mounted any more.
    private func unguard(_ claim: JSONValue, _ key: ModelKey, _ cluster: PlayedCluster) {
        guard let name = claim["spec", "volumeName"]?.text else { return }
        truth.unguardedSince[claim.identity] = truth.meddlings
        stage.meddle(
            cluster, "PATCH", ModelKey(.volume, name).path,
            ["spec": ["persistentVolumeReclaimPolicy": "Delete"]])
        if isMounted(claim, cluster) { stage.meddle(cluster, "DELETE", key.path) }
    }

    private func intrude(on key: ModelKey, _ cluster: PlayedCluster) {
        let name = stage.world.next("stranger")
        let pod = ModelKey(.pod, name, in: key.namespace)
        stage.meddle(
            cluster, "POST", ModelKind.pod.path(in: key.namespace),
            [
                "metadata": ["name": .string(name)],
                "spec": [
                    "containers": [["name": "shell", "image": "busybox:1"]],
                    "volumes": [
                        [
                            "name": "data",
                            "persistentVolumeClaim": ["claimName": .string(key.name)],
                        ]
                    ],
                ],
            ])
        guard let made = cluster.model[pod] else { return }
        cluster.planted.insert(pod)
        truth.intruderSince[made.workloadID] = truth.meddlings
    }
}

extension Performance {
    /// What looks like ours, and is nobody's.
    private func plant(
        _ what: Deed.Meddling, _ slot: Truth.Slot, _ cluster: PlayedCluster
    ) {
        let word = stage.world.next("planted")
        let kind = what == .plantClaim ? ModelKind.claim : .statefulSet
        let objects = cluster.model.objects(of: kind)
        guard var copy = objects.first(where: { $0.instanceID == slot.instance }) else { return }
        let namespace = copy["metadata", "namespace"]?.text
        var labels = copy["metadata", "labels"] ?? [:]
        let name = what == .plantClaim ? "hf-play-\(word)-data-g1" : word
        if what == .plantClaim {
            stage.truth.hasPlanted = true
            stage.truth.strangers.insert(ClaimUID(word))
            labels[Label.claim] = .string(word)
            labels[Label.volume] = .string(word)
            copy["spec", "volumeName"] = nil
        } else {
            copy["spec", "replicas"] = 0
            copy["spec", "selector", "matchLabels", Label.instance] = .string(word)
            copy["spec", "template", "metadata", "labels", Label.instance] = .string(word)
            copy["spec", "template", "spec", "volumes"] = []
            copy["spec", "template", "spec", "initContainers"] = nil
            copy["spec", "template", "spec", "containers"] = [
                ["name": "shell", "image": "busybox:1"]
            ]
        }
        labels[Label.instance] = .string(word)
        stage.meddle(
            cluster, "POST", kind.path(in: namespace),
            [
                "metadata": ["name": .string(name), "labels": labels],
                "spec": copy["spec"] ?? [:],
            ])
    }

    private func takePort(of slot: Truth.Slot, _ cluster: PlayedCluster) {
        let own = cluster.model.objects(of: .service).first { $0.instanceID == slot.instance }
        guard let own, let port = own["spec", "ports"]?.items.first else { return }
        let name = stage.world.next("stranger")
        let key = ModelKey(.service, name, in: "default")
        let path = ModelKey(
            .service, own.name ?? "", in: own["metadata", "namespace"]?.text
        ).path
        // Whoever wants the port of a service that is there must remove that first.
        guard set(of: slot, cluster)?.replicas == 0, stage.meddle(cluster, "DELETE", path) else {
            return
        }
        stage.meddle(
            cluster, "POST", ModelKind.service.path(in: "default"),
            [
                "metadata": ["name": .string(name)],
                "spec": ["type": "NodePort", "ports": [port]],
            ])
        cluster.planted.insert(key)
    }

    /// Strangers remove what they have made, and let go what they hold.
    func retreat(in cluster: PlayedCluster) {
        cluster.controllers.kubeletRuns = true
        cluster.controllers.provisionerRuns = true
        for key in cluster.planted.sorted() where key.kind != .claim {
            stage.meddle(cluster, "DELETE", key.path)
        }
        cluster.planted = cluster.planted.filter { $0.kind == .claim }
        for claim in cluster.model.objects(of: .claim)
        where claim.finalizers.contains("example.org/pinned") {
            let key = ModelKey(.claim, claim.name ?? "", in: claim["metadata", "namespace"]?.text)
            let left = claim.finalizers.filter { $0 != "example.org/pinned" }
            stage.meddle(
                cluster, "PATCH", key.path, ["metadata": ["finalizers": JSONValue(texts: left)]])
        }
        cluster.touch()
    }
}
