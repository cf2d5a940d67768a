package import Domain
package import KubernetesAPI
import Wire

extension KubernetesObject {
    /// The claim of a volume. Nothing owns it: what owns an object takes it along when it goes.
    ///
    /// - Parameter uid: Its identity: random, and never given twice.
    package static func claim(
        _ claim: Desired.Claim, uid: ClaimUID, storageClass: String?,
        _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        var spec: [String: JSONValue] = [
            "accessModes": [.string(claim.accessMode)],
            "resources": ["requests": ["storage": .string("\(claim.size.count)")]],
        ]
        spec["storageClassName"] = storageClass.map(JSONValue.string)
        return KubernetesObject(
            ResourceName(
                .persistentVolumeClaim, claim.name.rawValue,
                in: settings.namespace(of: claim.customerID)),
            labels: settings.labels(of: ClaimIdentity(claim, uid)),
            ["spec": .object(spec)])
    }
}
