package import Domain
package import KubernetesAPI
import Wire

/// Where the bytes are, and how to get at them again.
extension PersistentVolume {
    package var whereabouts: Whereabouts {
        Whereabouts(place: place, manifest: manifest)
    }

    /// The names that nodes go by on which alone it can be mounted; empty where any will do.
    package var hosts: [String] {
        let terms = whole["spec"]?["nodeAffinity"]?["required"]?["nodeSelectorTerms"]?.items ?? []
        let rules = terms.flatMap { $0["matchExpressions"]?.items ?? [] }
        return rules.filter { $0["key"]?.text == Self.hostLabel }
            .flatMap { ($0["values"]?.items ?? []).compactMap(\.text) }
    }

    package static let hostLabel = "kubernetes.io/hostname"

    private var place: String {
        let hosts = hosts.isEmpty ? "" : " on node \(hosts.joined(separator: ", "))"
        return source + hosts
    }

    private var source: String {
        let spec = whole["spec"]
        if let csi = spec?["csi"], let handle = csi["volumeHandle"]?.text {
            return "\(handle) of \(csi["driver"]?.text ?? "an unnamed driver")"
        }
        if let path = spec?["local"]?["path"]?.text ?? spec?["hostPath"]?["path"]?.text {
            return path
        }
        if let share = spec?["nfs"], let path = share["path"]?.text {
            return "\(share["server"]?.text ?? ""):\(path)"
        }
        return "volume \(metadata.name)"
    }

    /// What makes it anew, for the same claim and nobody else: where that is there still, it is
    /// bound again; where it is not, the volume is `Released`, and kept to be reattached. A folder
    /// that is missing by then is not made: an empty one would look like the data.
    private var manifest: String {
        var spec = whole["spec"] ?? [:]
        spec["persistentVolumeReclaimPolicy"] = "Retain"
        if let claim = spec["claimRef"] {
            spec["claimRef"] = .object(claim.members.filter(\.key.namesAClaim))
        }
        if spec["hostPath"] != nil { spec["hostPath"]?["type"] = "Directory" }
        let annotations = (metadata.annotations ?? [:]).filter(\.key.isOfItsProvisioner)
        let object: JSONValue = [
            "apiVersion": "v1", "kind": "PersistentVolume",
            "metadata": [
                "name": .string(metadata.name), "labels": JSONValue(texts: metadata.labels ?? [:]),
                "annotations": JSONValue(texts: annotations),
            ],
            "spec": spec,
        ]
        return object.compact
    }
}

extension String {
    fileprivate var namesAClaim: Bool {
        ["apiVersion", "kind", "name", "namespace", "uid"].contains(self)
    }

    /// Without them, nobody would know who is to remove the bytes one day.
    fileprivate var isOfItsProvisioner: Bool {
        self == "pv.kubernetes.io/provisioned-by"
            || hasPrefix("volume.kubernetes.io/provisioner-deletion-secret")
    }
}
