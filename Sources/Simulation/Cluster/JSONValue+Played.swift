import Domain
import EngineKubernetes
import TestSupport
import Wire

/// What objects say, as the play needs it.
extension JSONValue {
    var workloadID: WorkloadID {
        WorkloadID(
            "\(self["metadata", "namespace"]?.text ?? "")/\(name ?? "")/\(uid ?? "")")
    }

    /// What a claim, or a volume, is known by; made up from its uid for what is a stranger's.
    var identity: ClaimUID {
        let own = isOurs ? labels[Label.claim] : nil
        return ClaimUID(own ?? "foreign-\(uid ?? "")")
    }

    var isOurs: Bool { labels[Label.install] == PlayedCluster.install }

    var volumeID: VolumeID? { isOurs ? labels[Label.volume].map { VolumeID($0) } : nil }

    var instanceID: InstanceID? { labels[Label.instance].map { InstanceID($0) } }

    /// Where the bytes of a volume are.
    var handle: String? { self["spec", "csi", "volumeHandle"]?.text }

    /// Whether the bytes of a volume outlive its claim, and are found then.
    var isKept: Bool {
        self["spec", "persistentVolumeReclaimPolicy"] == "Retain" && labels[Label.claim] != nil
    }

    /// Of a pod, or of a template of pods.
    var mountedClaims: [ClaimName] {
        (self["spec", "volumes"]?.items ?? []).compactMap {
            $0["persistentVolumeClaim", "claimName"]?.text.map { ClaimName($0) }
        }
    }

    /// Of a pod whose process may be writing.
    var run: RunID? {
        guard self["status", "phase"] == "Running" else { return nil }
        let restarts = self["status", "containerStatuses"]?.items.first?["restartCount"]?.int ?? 0
        return RunID("\(uid ?? "")#\(restarts)")
    }

    var replicas: Int { self["spec", "replicas"]?.int ?? 1 }

    func isPod(of set: JSONValue) -> Bool {
        name == "\(set.name ?? "")-0"
            && self["metadata", "namespace"] == set["metadata", "namespace"]
            && labels[Label.instance] == set.labels[Label.instance]
    }
}
