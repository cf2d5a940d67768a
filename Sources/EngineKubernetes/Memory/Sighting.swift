package import Domain
import KubernetesAPI

/// What is kept in mind of an object: a fraction of all that it says, since there are many.
package struct Sighting: Equatable, Sendable {
    package var name: String
    package var namespace: String?
    package var uid: String
    package var version: String
    package var instanceID: InstanceID?
    package var volumeID: VolumeID?
    package var claimUID: String?
    package var generation: Int?
    /// How many pods a StatefulSet is to have; `nil` for all else.
    package var replicas: Int?
    /// The claims that a StatefulSet's pods mount.
    package var claims: [ClaimName]
    /// The claim that a volume is bound to, or was.
    package var boundTo: String?
}

extension Sighting: Decodable {
    private struct Object: Decodable {
        struct Spec: Decodable {
            var replicas: Int?
            var template: Template?
            var claimRef: PersistentVolume.ClaimReference?
        }

        struct Template: Decodable { var spec: Pod.Spec }

        var metadata: ObjectMeta
        var spec: Spec?
    }

    package init(from decoder: any Decoder) throws {
        let object = try Object(from: decoder)
        let labels = object.metadata.labels ?? [:]
        self.init(
            name: object.metadata.name, namespace: object.metadata.namespace,
            uid: object.metadata.uid, version: object.metadata.resourceVersion,
            instanceID: labels[Label.instance].map { InstanceID($0) },
            volumeID: labels[Label.volume].map { VolumeID($0) }, claimUID: labels[Label.claim],
            generation: labels[Label.generation].flatMap { Int($0) },
            replicas: object.spec?.template == nil ? nil : object.spec?.replicas ?? 1,
            claims: (object.spec?.template?.spec.volumes ?? []).compactMap { volume in
                volume.persistentVolumeClaim.map { ClaimName($0.claimName) }
            },
            boundTo: object.spec?.claimRef?.name)
    }
}

extension EngineObject {
    /// A StatefulSet.
    ///
    /// - Parameter pods: Of the installation, by namespace and name.
    init(_ set: Sighting, beside pods: Set<String>) {
        self.init(
            kind: .workload, name: set.name, uid: WorkloadID(set).rawValue,
            instanceID: set.instanceID, generation: set.generation,
            mayWrite: (set.replicas ?? 1) > 0 || pods.contains("\(set.place)-0"),
            claims: set.claims)
    }

    /// A claim; or a volume whose claim is gone, by that claim's name.
    init(claim: Sighting) {
        self.init(
            kind: .claim, name: claim.boundTo ?? claim.name, uid: claim.claimUID ?? "",
            instanceID: claim.instanceID, volumeID: claim.volumeID)
    }
}

extension Sighting {
    var place: String { "\(namespace ?? "")/\(name)" }
}
