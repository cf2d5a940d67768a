import Domain
import KubernetesAPI

/// A claim, and the volume that its bytes are in.
struct Holding {
    /// `nil` where somebody has removed it.
    var claim: PersistentVolumeClaim?
    /// `nil` until the cluster has found one.
    var volume: PersistentVolume?
    /// Whose volume it is, where that does not say so itself.
    var unlabelled: ClaimIdentity?
}

extension KubernetesEngine {
    /// The instance's claims as they are now. One whose object is gone, but not its bytes, is
    /// there, and detached.
    func claims(
        of desired: Desired, in namespace: String
    ) async throws(EngineFailure) -> [ClaimName: Observed.Claim] {
        let known = desired.seenClaims
        let begun = Set(desired.retired.filter(\.hasBegun).map(\.name))
        let growing = try await growingClasses()
        var claims: [ClaimName: Observed.Claim] = [:]
        for name in desired.claimNames {
            let holding =
                if let found = try await holding(of: name, in: namespace) { found } else {
                    try await holding(
                        withoutClaim: known[name], mayBeUnlabelled: !begun.contains(name))
                }
            claims[name] = Observed.Claim(holding, settings, growing)
            if desired.retired.contains(where: { $0.name == name }) {
                claims[name]?.whereabouts?.doubt = try await doubt(about: holding.volume)
            }
        }
        return claims
    }

    /// What its sets have mounted beside its claims: a later state of the database knew of it.
    func mountedClaims(
        of sets: [StatefulSet], beside desired: Desired, in namespace: String
    ) async throws(EngineFailure) -> [ClaimName: Observed.Claim] {
        let names = Set(sets.flatMap(\.claims).map { ClaimName($0) })
            .subtracting(desired.claimNames)
        var claims: [ClaimName: Observed.Claim] = [:]
        for name in names.sorted() {
            guard let holding = try await holding(of: name, in: namespace) else { continue }
            claims[name] = Observed.Claim(holding, settings, try await growingClasses())
        }
        return claims
    }

    /// Why it could not be proven that its bytes are destroyed: a provisioner that does not find
    /// the node takes them for gone, and says so.
    ///
    /// Source: https://github.com/rancher/local-path-provisioner/blob/master/provisioner.go
    private func doubt(about volume: PersistentVolume?) async throws(EngineFailure) -> String? {
        guard let hosts = volume?.hosts, !hosts.isEmpty else { return nil }
        let selector = "\(PersistentVolume.hostLabel) in (\(hosts.joined(separator: ",")))"
        let nodes: [Sent] = try await list(.node, in: nil, selector)
        return nodes.isEmpty
            ? "node \(hosts.joined(separator: ", ")), where they lie, is not in the cluster" : nil
    }

    /// By name: a customer may have many claims, and each look would read them all.
    ///
    /// - Returns: `nil` where there is no claim of that name.
    private func holding(
        of name: ClaimName, in namespace: String
    ) async throws(EngineFailure) -> Holding? {
        let claim: PersistentVolumeClaim? = try await find(
            ResourceName(.persistentVolumeClaim, name.rawValue, in: namespace))
        guard let claim else { return nil }
        return try await holding(of: claim)
    }

    func holding(of claim: PersistentVolumeClaim) async throws(EngineFailure) -> Holding {
        guard let name = claim.spec.volumeName else { return Holding(claim: claim) }
        let volume: PersistentVolume? = try await find(ResourceName(.persistentVolume, name))
        return Holding(claim: claim, volume: volume)
    }

    /// - Parameters:
    ///   - known: `nil` where no claim was ever seen.
    ///   - mayBeUnlabelled: Not so once it is being destroyed: what it had was guarded before.
    private func holding(
        withoutClaim known: ClaimIdentity?, mayBeUnlabelled: Bool
    ) async throws(EngineFailure) -> Holding {
        guard let known else { return Holding() }
        if let volume = try await volumes(of: known.uid).first { return Holding(volume: volume) }
        guard mayBeUnlabelled else { return Holding() }
        let volume = try await unlabelledVolume(of: known)
        return Holding(volume: volume, unlabelled: volume == nil ? nil : known)
    }

    /// What a claim has left behind that was removed before its volume was guarded.
    ///
    /// - Throws: `.failed` where there are two: one of them is somebody else's.
    func unlabelledVolume(
        of known: ClaimIdentity
    ) async throws(EngineFailure) -> PersistentVolume? {
        let namespace = settings.namespace(of: known.customerID)
        let all: [PersistentVolume] = try await list(
            .persistentVolume, in: nil, "!\(Label.claim)")
        let left = all.filter { volume in
            volume.isRetained && volume.spec.claimRef?.namespace == namespace
                && volume.spec.claimRef?.name == known.name.rawValue
        }
        guard left.count < 2 else {
            let names = left.map(\.metadata.name).sorted().joined(separator: ", ")
            let labels = settings.labels(of: known).map { "\($0)=\($1)" }.sorted()
            throw .failed(
                "Several volumes were bound to a claim \(known.name), and none says whose it is: "
                    + "\(names). Say it of the right one: kubectl label pv NAME "
                    + "\(labels.joined(separator: " "))")
        }
        return left.first
    }

    /// What bears the identity, wherever it is.
    func claims(of uid: ClaimUID) async throws(EngineFailure) -> [PersistentVolumeClaim] {
        try await list(.persistentVolumeClaim, in: nil, selector(of: uid))
    }

    func volumes(of uid: ClaimUID) async throws(EngineFailure) -> [PersistentVolume] {
        try await list(.persistentVolume, in: nil, selector(of: uid))
    }

    private func selector(of uid: ClaimUID) -> String {
        "\(settings.selector),\(Label.claim)=\(uid)"
    }
}

extension Observed.Claim {
    /// `nil` where there are no bytes: nothing, or a claim whose volume was lost.
    init?(
        _ holding: Holding, _ settings: KubernetesEngineSettings, _ growing: Set<String>
    ) {
        guard let metadata = holding.claim?.metadata ?? holding.volume?.metadata,
            holding.claim?.status?.phase != "Lost"
        else { return nil }
        let labels = holding.unlabelled.map(settings.labels) ?? metadata.labels ?? [:]
        let isOwn = labels[Label.install] == settings.install
        // Whatever is not ours is told apart by the cluster's own identity.
        let uid = (isOwn ? labels[Label.claim] : nil) ?? "foreign-\(metadata.uid)"
        self.init(
            uid: ClaimUID(uid),
            volumeID: isOwn ? labels[Label.volume].map { VolumeID($0) } : nil,
            enforcedSize: holding.enforcedSize(by: growing), growth: holding.claim?.growth,
            whereabouts: holding.volume?.whereabouts, isGuarded: !isOwn || holding.isGuarded,
            isDetached: holding.claim == nil)
    }
}

extension Holding {
    /// What the cluster gave it, where it gives what is asked for.
    func enforcedSize(by growing: Set<String>) -> Bytes? {
        guard let claim, claim.isBound, growing.contains(claim.spec.storageClassName ?? "") else {
            return nil
        }
        return claim.size
    }

    /// Without a volume there is nothing yet that could be lost. A permission that was written on
    /// the claim, for a destruction that was taken back since, is one for everybody.
    var isGuarded: Bool {
        guard let volume else { return true }
        if claim?.metadata.annotations?[Annotation.destroy] != nil { return false }
        return volume.isRetained && volume.metadata.labels?[Label.claim] != nil
    }
}
