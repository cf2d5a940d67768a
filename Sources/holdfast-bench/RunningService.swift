import Domain
import EngineKubernetes
import Foundation
import KubernetesAPI
import Wire

/// A service that runs in a cluster with the first of its volumes, and with names and identities as
/// long as true ones are.
struct RunningService {
    private static let settings = KubernetesEngineSettings(install: "abc123")
    /// How many services a customer has.
    private static let each = 50

    let desired: Desired
    private let number: Int

    init(_ number: Int, of service: CatalogService) {
        self.number = number
        let customer = UserID(Self.mark("01m8hf3pnbr3f34nj6k", number / Self.each))
        let instance = InstanceID(Self.mark("01m8hf3pnbr3f34nj6i", number))
        let name = Self.mark("\(service.name)-d", number)
        let volumes = service.volumes.prefix(1)
        let claims = volumes.map { template in
            Desired.Claim(
                volumeID: VolumeID(Self.mark("01m8hf3pnbr3f34nj6v", number)),
                instanceID: instance, customerID: customer,
                name: ClaimName(
                    install: Self.settings.install, instance: name, volume: template.name,
                    generation: 1),
                size: Bytes(1 << 30), uid: ClaimUID(Self.mark("4pz1w0c9k3t7x5b", number)))
        }
        let mounts = zip(claims, volumes).map { claim, template in
            Workload.Mount(claim: claim.name, path: template.mountPath, owner: template.owner)
        }
        let workload = Workload(
            instanceID: instance, customerID: customer, name: name,
            spec: WorkloadSpec(of: service, variant: service.variants[0]), environment: [:],
            hostPort: 30_000, generation: 1, mounts: mounts)
        desired = Desired(wish: .running, workload: workload, claims: claims)
    }

    private static func mark(_ start: String, _ number: Int) -> String {
        start + String(number + 1_000_000)
    }

    /// What a look at it sees.
    var observed: Observed {
        let claims = desired.claims.compactMap { claim in
            claim.uid.map {
                (claim.name, Observed.Claim(uid: $0, volumeID: claim.volumeID))
            }
        }
        return Observed(
            workloads: [
                Observed.Workload(
                    id: WorkloadID("\(namespace)/\(desired.workload.name)/\(uid(.statefulSet))"),
                    revision: desired.workload.revision,
                    state: .running(RunID(uid(.pod)), .ready))
            ],
            claims: Dictionary(uniqueKeysWithValues: claims), hasImage: true)
    }

    /// What is kept in mind of its objects of a kind, read as it comes from an API server.
    func sightings(_ kind: ResourceKind) throws -> [Sighting] {
        try objects(kind).map { object in
            var content = object.content
            var metadata = content["metadata"] ?? [:]
            metadata["uid"] = .string(uid(kind))
            metadata["resourceVersion"] = .string("\(1_000_000 + number)")
            content["metadata"] = metadata
            return try JSONDecoder().decode(Sighting.self, from: JSONEncoder().encode(content))
        }
    }

    private var namespace: String { Self.settings.namespace(of: desired.workload.customerID) }

    private func uid(_ kind: ResourceKind) -> String {
        Self.mark("\(kind.name.prefix(4))0000-4c1d-4e0b-9d0a-51c2f", number)
    }

    private func objects(_ kind: ResourceKind) -> [KubernetesObject] {
        let workload = desired.workload
        switch kind {
        case .statefulSet: return [.statefulSet(of: workload, Self.settings)]
        case .pod: return [pod]
        case .persistentVolumeClaim: return desired.claims.map(claim)
        default: return desired.claims.map(volume)
        }
    }

    private var pod: KubernetesObject {
        KubernetesObject(
            ResourceName(.pod, "\(desired.workload.name)-0", in: namespace),
            labels: [Label.instance: desired.workload.instanceID.rawValue], [:])
    }

    private func claim(_ claim: Desired.Claim) -> KubernetesObject {
        .claim(claim, uid: claim.uid ?? ClaimUID(""), storageClass: nil, Self.settings)
    }

    /// Bears the labels of its claim.
    private func volume(_ claim: Desired.Claim) -> KubernetesObject {
        KubernetesObject(
            ResourceName(.persistentVolume, "pvc-\(uid(.persistentVolumeClaim))"),
            labels: [
                Label.instance: claim.instanceID.rawValue, Label.volume: claim.volumeID.rawValue,
                Label.claim: claim.uid?.rawValue ?? "",
            ],
            [
                "spec": [
                    "claimRef": [
                        "namespace": .string(namespace), "name": .string(claim.name.rawValue),
                        "uid": .string(uid(.persistentVolumeClaim)),
                    ]
                ]
            ])
    }
}
