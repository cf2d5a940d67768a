import Foundation
import Wire

/// What the server writes where a body says nothing.
///
/// Source: the answers of kube-apiserver 1.36.2.
enum ModelDefaults {
    static func fill(_ object: inout JSONValue, of kind: ModelKind) {
        switch kind {
        case .namespace:
            object["metadata", "labels", "kubernetes.io/metadata.name"] =
                .string(object.name ?? "")
        case .secret: fillSecret(&object)
        case .claim: object.fill("spec", "volumeMode", with: "Filesystem")
        case .volume: fillVolume(&object)
        case .service: fillService(&object)
        case .statefulSet: fillStatefulSet(&object)
        case .pod: fillPod(&object)
        case .storageClass:
            object.fill("reclaimPolicy", with: "Delete")
            object.fill("volumeBindingMode", with: "Immediate")
        case .networkPolicy: fillNetworkPolicy(&object)
        default: break
        }
    }

    /// What a new object's status is, whatever its body says.
    static func firstStatus(of kind: ModelKind, at time: String) -> JSONValue? {
        switch kind {
        case .namespace: ["phase": "Active"]
        case .claim: ["phase": "Pending"]
        case .volume: ["phase": "Pending", "lastPhaseTransitionTime": .string(time)]
        case .service, .ingress: ["loadBalancer": [:]]
        case .statefulSet: ["replicas": 0, "availableReplicas": 0]
        case .pod: ["phase": "Pending", "qosClass": "BestEffort"]
        case .quota: [:]
        default: nil
        }
    }

    private static func fillSecret(_ secret: inout JSONValue) {
        for (name, value) in secret["stringData"]?.members ?? [:] {
            secret["data", name] = .string(Data((value.text ?? "").utf8).base64EncodedString())
        }
        secret["stringData"] = nil
        secret.fill("type", with: "Opaque")
    }

    private static func fillVolume(_ volume: inout JSONValue) {
        volume.fill("spec", "persistentVolumeReclaimPolicy", with: "Retain")
        volume.fill("spec", "volumeMode", with: "Filesystem")
        if volume["spec", "hostPath"] != nil { volume.fill("spec", "hostPath", "type", with: "") }
    }

    private static func fillNetworkPolicy(_ policy: inout JSONValue) {
        guard policy["spec", "policyTypes"] == nil else { return }
        let hasEgress = policy["spec", "egress"] != nil
        policy["spec", "policyTypes"] = hasEgress ? ["Ingress", "Egress"] : ["Ingress"]
    }

    private static func fillService(_ service: inout JSONValue) {
        service.fill("spec", "type", with: "ClusterIP")
        service.fill("spec", "sessionAffinity", with: "None")
        service.fill("spec", "ipFamilies", with: ["IPv4"])
        service.fill("spec", "ipFamilyPolicy", with: "SingleStack")
        service.fill("spec", "internalTrafficPolicy", with: "Cluster")
        if service["spec", "type"] == "NodePort" {
            service.fill("spec", "externalTrafficPolicy", with: "Cluster")
        }
        if let address = service["spec", "clusterIP"] {
            service.fill("spec", "clusterIPs", with: [address])
        }
        service.eachItem("spec", "ports") { port in
            port.fill("protocol", with: "TCP")
            port.fill("targetPort", with: port["port"] ?? 0)
        }
    }

    private static func fillStatefulSet(_ set: inout JSONValue) {
        set.fill("spec", "replicas", with: 1)
        set.fill("spec", "podManagementPolicy", with: "OrderedReady")
        set.fill("spec", "updateStrategy", "type", with: "RollingUpdate")
        if set["spec", "updateStrategy", "type"] == "RollingUpdate" {
            set.fill("spec", "updateStrategy", "rollingUpdate", "partition", with: 0)
        }
        set.fill("spec", "revisionHistoryLimit", with: 10)
        for name in ["whenDeleted", "whenScaled"] {
            set.fill("spec", "persistentVolumeClaimRetentionPolicy", name, with: "Retain")
        }
        set.eachItem("spec", "volumeClaimTemplates") { claim in
            claim.fill("kind", with: "PersistentVolumeClaim")
            claim.fill("apiVersion", with: "v1")
            claim.fill("spec", "volumeMode", with: "Filesystem")
            claim["status"] = ["phase": "Pending"]
        }
        if var spec = set["spec", "template", "spec"] {
            fillPodSpec(&spec)
            set["spec", "template", "spec"] = spec
        }
    }
}
