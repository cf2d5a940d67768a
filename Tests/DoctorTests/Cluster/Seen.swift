import FoundationEssentials
import KubernetesAPI
import Wire

@testable import Doctor

/// Objects as an API server has them.
enum Seen {
    static func storageClass(
        _ name: String, _ provisioner: String = "csi.example", policy: String = "Delete",
        isDefault: Bool = false, grows: Bool = true
    ) -> StorageClass {
        read(
            body(
                ofStorageClass: name, provisioner, policy: policy, isDefault: isDefault,
                grows: grows))
    }

    static func body(
        ofStorageClass name: String, _ provisioner: String = "csi.example",
        policy: String = "Delete", isDefault: Bool = false, grows: Bool = true
    ) -> JSONValue {
        [
            "apiVersion": "storage.k8s.io/v1", "kind": "StorageClass",
            "metadata": metadata(
                name, isDefault ? "storageclass.kubernetes.io/is-default-class" : nil),
            "provisioner": .string(provisioner), "reclaimPolicy": .string(policy),
            "volumeBindingMode": "WaitForFirstConsumer", "allowVolumeExpansion": .bool(grows),
        ]
    }

    static func ingressClass(_ name: String, isDefault: Bool = false) -> IngressClass {
        read(body(ofIngressClass: name, isDefault: isDefault))
    }

    static func body(ofIngressClass name: String, isDefault: Bool = false) -> JSONValue {
        [
            "metadata": metadata(
                name, isDefault ? "ingressclass.kubernetes.io/is-default-class" : nil)
        ]
    }

    static func version(_ name: String, _ major: String, _ minor: String) -> ServerVersion {
        read(["gitVersion": .string(name), "major": .string(major), "minor": .string(minor)])
    }

    static func refusal(_ code: Int) -> KubernetesError {
        .refused(StatusAnswer(code: code))
    }

    private static func metadata(_ name: String, _ mark: String?) -> JSONValue {
        [
            "name": .string(name), "uid": .string("uid-\(name)"), "resourceVersion": "1",
            "annotations": .object(mark.map { [$0: "true"] } ?? [:]),
        ]
    }

    private static func read<Value: Decodable>(_ json: JSONValue) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(json))
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
