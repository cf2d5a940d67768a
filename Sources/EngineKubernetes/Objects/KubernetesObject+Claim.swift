package import Domain
package import KubernetesAPI
import Wire

extension KubernetesObject {
    /// The claim of a volume. Nothing owns it: what owns an object takes it along when it goes.
    ///
    /// - Parameter uid: Its identity: random, and never given twice.
    package static func claim(
        _ claim: Desired.Claim, uid: ClaimUID, of instance: InstanceID, in namespace: String,
        storageClass: String?, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        var spec: [String: JSONValue] = [
            "accessModes": [.string(claim.accessMode)],
            "resources": ["requests": ["storage": .string("\(claim.size.count)")]],
        ]
        spec["storageClassName"] = storageClass.map(JSONValue.string)
        return KubernetesObject(
            ResourceName(.persistentVolumeClaim, claim.name.rawValue, in: namespace),
            labels: settings.labels.merging(
                [
                    Label.instance: instance.rawValue, Label.volume: claim.volumeID.rawValue,
                    Label.claim: uid.rawValue,
                ]
            ) { $1 },
            ["spec": .object(spec)])
    }
}
