import Domain
import EngineKubernetes
import TestSupport
import Wire

/// Of a cluster.
extension View {
    init(_ cluster: PlayedCluster) {
        self.init(containers: [:], claims: [:], ports: [], enforcesSizes: cluster.enforcesSizes)
        let pods = cluster.model.objects(of: .pod)
        var own: Set<String> = []
        for set in cluster.model.objects(of: .statefulSet) {
            let pod = pods.first { $0.isPod(of: set) }
            if let uid = pod?.uid { own.insert(uid) }
            add(MemoryWorld.Container(set, pod, cluster.sets[set.uid ?? ""]))
        }
        for pod in pods where !own.contains(pod.uid ?? "") { add(MemoryWorld.Container(pod)) }
        drawClaims(cluster)
        ports = cluster.model.objects(of: .service).flatMap { service in
            (service["spec", "ports"]?.items ?? []).compactMap { port in
                port["nodePort"]?.int.map {
                    Port(
                        number: $0, instance: service.labels[Label.instance].map { InstanceID($0) })
                }
            }
        }
        let witness = cluster.model[
            ModelKey(.configMap, "epoch", in: "hf-\(PlayedCluster.install)")]
        epoch = witness?["data", "epoch"]?.text.flatMap { Int64($0) }
    }

    private mutating func add(_ container: MemoryWorld.Container) {
        containers[container.id] = container
    }

    /// What bears a name; then what only a volume tells of, whose claim is gone; and at last bytes
    /// to which nothing leads any more.
    private mutating func drawClaims(_ cluster: PlayedCluster) {
        var volumes: [String: JSONValue] = [:]
        for volume in cluster.model.objects(of: .volume) { volumes[volume.name ?? ""] = volume }
        var seen: Set<String> = []
        for claim in cluster.model.objects(of: .claim) where claim["status", "phase"] != "Lost" {
            let name = claim["spec", "volumeName"]?.text ?? ""
            let volume = volumes[name]
            if let volume, volume["spec", "claimRef", "uid"]?.text == claim.uid {
                seen.insert(name)
                addBytes(of: volume, underAnother: claim, cluster)
            }
            claims[ClaimName(claim.name ?? "")] = MemoryWorld.Claim(claim, volume, cluster)
        }
        for (name, volume) in volumes.sorted(by: { $0.key < $1.key }) where !seen.contains(name) {
            guard let bound = volume["spec", "claimRef", "name"]?.text else { continue }
            let kept = MemoryWorld.Claim(released: volume, cluster)
            if claims[ClaimName(bound)] == nil {
                claims[ClaimName(bound)] = kept
            } else {
                nameless.append(kept)
            }
        }
        let reachable = Set(volumes.values.compactMap(\.handle))
        for handle in cluster.controllers.bytes.keys.sorted() where !reachable.contains(handle) {
            guard let uid = cluster.identities[handle] else { continue }
            var lost = MemoryWorld.Claim(uid: uid, volumeID: nil, size: Bytes(0))
            lost.records = cluster.records[handle] ?? []
            nameless.append(lost)
        }
    }

    /// Where a volume was waiting for its claim, a stranger's of the same name may have come first.
    private mutating func addBytes(
        of volume: JSONValue, underAnother claim: JSONValue, _ cluster: PlayedCluster
    ) {
        guard let uid = cluster.identities[volume.handle ?? ""], uid != claim.identity else {
            return
        }
        nameless.append(MemoryWorld.Claim(released: volume, cluster))
    }
}

extension MemoryWorld.Container {
    /// A set, with its pod if it has one.
    fileprivate init(_ set: JSONValue, _ pod: JSONValue?, _ asked: PlayedCluster.AskedSet?) {
        var workload = asked?.workload
        if workload?.instanceID.rawValue != set.labels[Label.instance] { workload = nil }
        self.init(
            id: set.workloadID, workload: workload, name: set.name ?? "",
            claims: (set["spec", "template"] ?? [:]).mountedClaims)
        if let spec = asked?.spec { drift = spec.differences(in: set["spec"] ?? [:]) }
        wasStarted = set["metadata", "generation"]?.int != 1
        if let pod { watch(pod) }
    }

    /// A pod that belongs to no set of its name.
    fileprivate init(_ pod: JSONValue) {
        self.init(
            id: pod.workloadID, workload: nil, name: "pod \(pod.name ?? "")",
            claims: pod.mountedClaims)
        watch(pod)
    }

    private mutating func watch(_ pod: JSONValue) {
        run = pod.run
        isReady = (pod["status", "conditions"]?.items ?? []).contains {
            $0["type"] == "Ready" && $0["status"] == "True"
        }
    }
}

extension MemoryWorld.Claim {
    fileprivate init(_ claim: JSONValue, _ volume: JSONValue?, _ cluster: PlayedCluster) {
        let size = claim["status", "capacity", "storage"]?.text
        self.init(
            uid: claim.identity, volumeID: claim.volumeID,
            size: size.flatMap { try? Bytes(parsing: $0) } ?? Bytes(0))
        isGuarded = volume?.isKept ?? true
        if claim["metadata", "annotations", Annotation.destroy] != nil { isGuarded = false }
        records = cluster.records[volume?.handle ?? ""] ?? []
    }

    /// Of which only the volume is left.
    fileprivate init(released volume: JSONValue, _ cluster: PlayedCluster) {
        let handle = volume.handle ?? ""
        self.init(
            uid: cluster.identities[handle] ?? volume.identity, volumeID: volume.volumeID,
            size: Bytes(0))
        isGuarded = volume.isKept
        isDetached = true
        records = cluster.records[handle] ?? []
    }
}
