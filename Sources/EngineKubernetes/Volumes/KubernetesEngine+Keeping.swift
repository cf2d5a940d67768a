import Domain
import KubernetesAPI
import Wire

/// Keeping bytes, whatever becomes of their claims.
extension KubernetesEngine {
    /// `Retain` keeps them when the claim goes; the labels find them when nothing else is left.
    func `guard`(_ wanted: ClaimIdentity) async throws(EngineFailure) {
        if let claim = try await claims(of: wanted.uid).first { return try await `guard`(claim) }
        if let volume = try await volumes(of: wanted.uid).first {
            return try await retain(volume, labels: [:])
        }
        guard let volume = try await unlabelledVolume(of: wanted) else {
            throw .stale("The volume with the identity \(wanted.uid) is gone.")
        }
        try await retain(volume, labels: settings.labels(of: wanted))
    }

    func `guard`(_ claim: PersistentVolumeClaim) async throws(EngineFailure) {
        try await forbid(claim)
        guard let volume = try await holding(of: claim).volume else { return }
        let labels = claim.metadata.labels ?? [:]
        let passedOn = [
            Label.managedBy, Label.install, Label.instance, Label.volume, Label.claim,
        ]
        try await retain(volume, labels: labels.filter { passedOn.contains($0.key) })
    }

    /// Takes back what let the admission policy have the claim removed.
    private func forbid(_ claim: PersistentVolumeClaim) async throws(EngineFailure) {
        let metadata = claim.metadata
        guard metadata.annotations?[Annotation.destroy] != nil else { return }
        try await change(
            ResourceName(.persistentVolumeClaim, metadata.name, in: metadata.namespace), metadata,
            [:], metadata: ["annotations": [Annotation.destroy: .null]])
    }

    private func retain(
        _ volume: PersistentVolume, labels: [String: String]
    ) async throws(EngineFailure) {
        try await change(
            ResourceName(.persistentVolume, volume.metadata.name), volume.metadata,
            ["spec": ["persistentVolumeReclaimPolicy": "Retain"]],
            metadata: ["labels": JSONValue(texts: labels)])
    }

    /// Only `claimRef.uid` is cleared: with the whole reference gone, any claim could have the
    /// bytes. Then a claim of the same name is made, which nothing but this volume can fill.
    func reattach(_ claim: Desired.Claim) async throws(EngineFailure) {
        if let uid = claim.uid, try await !claims(of: uid).isEmpty { return }
        guard let uid = claim.uid, let volume = try await volumes(of: uid).first,
            volume.isRetained, let reference = volume.spec.claimRef
        else {
            throw .stale("The bytes of volume \(claim.name) are gone, or not to be kept.")
        }
        let namespace = settings.namespace(of: claim.customerID)
        guard reference.namespace == namespace, reference.name == claim.name.rawValue else {
            throw .stale("The bytes of volume \(claim.name) belong to another claim by now.")
        }
        try await ensureHouse(of: claim.customerID)
        if reference.uid != nil {
            try await change(
                ResourceName(.persistentVolume, volume.metadata.name), volume.metadata,
                ["spec": ["claimRef": ["uid": .null]]])
        }
        try await createClaim(over: volume, for: claim, uid)
    }

    /// With the class and the size of the volume: the cluster would take others unchecked.
    private func createClaim(
        over volume: PersistentVolume, for claim: Desired.Claim, _ uid: ClaimUID
    ) async throws(EngineFailure) {
        var object = KubernetesObject.claim(
            claim, uid: uid, storageClass: volume.spec.storageClassName ?? "", settings)
        var spec = object.content["spec"] ?? [:]
        spec["volumeName"] = .string(volume.metadata.name)
        if let size = volume.spec.capacity?["storage"] {
            spec["resources"] = ["requests": ["storage": .string(size)]]
        }
        object.content["spec"] = spec
        let wanted = object
        try await ask { () throws(KubernetesError) in
            _ = try await client.create(
                wanted.content, at: wanted.name, manager: Self.manager, as: Sent.self)
        }
    }

    /// The cluster does the rest, and says so in the claim's capacity.
    func grow(
        _ name: ClaimName, _ uid: ClaimUID, to size: Bytes
    ) async throws(EngineFailure) {
        guard let claim = try await claims(of: uid).first, claim.metadata.name == name.rawValue
        else { throw .stale("Volume \(name) is gone, or another one bears its name.") }
        guard try await growingClasses().contains(claim.spec.storageClassName ?? "") else { return }
        if let asked = claim.askedSize, asked >= size { return }
        try await change(
            ResourceName(.persistentVolumeClaim, name.rawValue, in: claim.metadata.namespace),
            claim.metadata,
            ["spec": ["resources": ["requests": ["storage": .string("\(size.count)")]]]])
    }
}
