package import Domain
import KubernetesAPI
import Wire

extension KubernetesEngine {
    /// The claim goes first, its bytes kept; then the volume is given up, which nothing can take
    /// back. Each time it is asked it goes on where it is; done is when the volume is gone.
    package func destroy(
        _ ticket: consuming DestructionTicket
    ) async throws(EngineFailure) {
        let (name, uid) = (ticket.claim, ticket.uid)
        let claim = try await claims(of: uid).first
        if let claim, claim.metadata.name != name.rawValue {
            throw .stale(
                "Volume \(claim.metadata.name) bears the identity \(uid) of \(name), which was to "
                    + "be destroyed. Nothing was done to it.")
        }
        try await refuse(ifTaken: name, uid)
        if let present = claim {
            try await refuseUse(of: present)
            // What is still to be kept a moment longer, must not go with its claim.
            if try await !holding(of: present).isGuarded { try await `guard`(present) }
            try await remove(present, under: ticket)
            let isGone = try await settles(within: Self.patience) { () throws(EngineFailure) in
                try await claims(of: uid).isEmpty
            }
            guard isGone else { throw .stale("Volume \(name) is on its way out.") }
        }
        try await release(uid)
        // The cluster says a little later that nothing holds it any more.
        _ = try await settles(within: Self.patience) { () throws(EngineFailure) in
            try await volumes(of: uid).first?.status?.phase != "Bound"
        }
        guard let volume = try await volumes(of: uid).first else { return }
        try await giveUp(volume, under: ticket)
        let isGone = try await settles(within: Self.patience) { () throws(EngineFailure) in
            try await volumes(of: uid).isEmpty
        }
        guard isGone else { throw .stale("The bytes of volume \(name) are being destroyed.") }
    }

    /// Where the claim was to be made anew, and was not, its volume still waits for that: a cluster
    /// destroys only what is released, from a claim that is no more.
    private func release(_ uid: ClaimUID) async throws(EngineFailure) {
        guard let volume = try await volumes(of: uid).first,
            let reference = volume.spec.claimRef, reference.uid == nil
        else { return }
        try await change(
            ResourceName(.persistentVolume, volume.metadata.name), volume.metadata,
            ["spec": ["claimRef": ["uid": .string(uid.rawValue)]]])
    }

    /// Where it takes longer, it is asked again.
    private static let patience = Duration.seconds(30)

    /// Another claim may bear the name; that one is not touched.
    private func refuse(ifTaken name: ClaimName, _ uid: ClaimUID) async throws(EngineFailure) {
        let all: [PersistentVolumeClaim] = try await list(.persistentVolumeClaim)
        let other = all.first { claim in
            claim.metadata.name == name.rawValue
                && claim.metadata.labels?[Label.claim] != uid.rawValue
        }
        if let other {
            let seen = other.metadata.labels?[Label.claim] ?? other.metadata.uid
            throw .stale(
                "Volume \(name) is not the one that was to be destroyed: it has the identity "
                    + "\(seen), not \(uid). Nothing was done to it.")
        }
    }

    /// Also by what does not run: it would be left without its volume.
    private func refuseUse(
        of claim: PersistentVolumeClaim
    ) async throws(EngineFailure) {
        let (name, namespace) = (claim.metadata.name, claim.metadata.namespace)
        let pods: [Pod] = try await list(.pod, in: namespace)
        let sets: [StatefulSet] = try await list(.statefulSet, in: namespace)
        let user =
            pods.first { $0.claims.contains(name) && !$0.hasEnded }
            .map { "pod \($0.metadata.name)" }
            ?? sets.first { $0.claims.contains(name) }
            .map { "StatefulSet \($0.metadata.name)" }
        if let user {
            throw .stale("Volume \(name) is not destroyed while \(user) has it mounted.")
        }
    }

    private func remove(
        _ claim: PersistentVolumeClaim, under ticket: borrowing DestructionTicket
    ) async throws(EngineFailure) {
        let name = ResourceName(
            .persistentVolumeClaim, claim.metadata.name, in: claim.metadata.namespace)
        var seen = claim.metadata
        if seen.isTerminating { return }
        if seen.annotations?[Annotation.destroy] != seen.uid {
            try await permit(name, seen)
            guard let now: PersistentVolumeClaim = try await find(name),
                now.metadata.uid == seen.uid
            else { return }
            seen = now.metadata
        }
        do throws(KubernetesError) {
            try await client.removeClaim(
                name, under: ticket, uid: seen.uid, resourceVersion: seen.resourceVersion)
        } catch {
            if error.code != 404 { throw EngineFailure(error) }
        }
    }

    /// The admission policy of the cluster lets nothing go without this.
    private func permit(
        _ name: ResourceName, _ seen: ObjectMeta
    ) async throws(EngineFailure) {
        try await change(
            name, seen, [:], metadata: ["annotations": [Annotation.destroy: .string(seen.uid)]])
    }

    private func giveUp(
        _ volume: PersistentVolume, under ticket: borrowing DestructionTicket
    ) async throws(EngineFailure) {
        guard volume.isRetained else {
            if let why = volume.status?.message, volume.status?.phase == "Failed" {
                throw .failed("The volume \(volume.metadata.name) cannot be destroyed: \(why)")
            }
            return
        }
        guard volume.status?.phase != "Bound" else {
            throw .stale("The volume \(volume.metadata.name) is not released yet.")
        }
        do throws(KubernetesError) {
            try await client.surrender(
                volume: ResourceName(.persistentVolume, volume.metadata.name), under: ticket,
                uid: volume.metadata.uid, resourceVersion: volume.metadata.resourceVersion,
                annotations: [Annotation.destroy: volume.metadata.uid])
        } catch {
            throw EngineFailure(error)
        }
    }
}

extension StatefulSet {
    /// The names of the claims that its pod mounts.
    var claims: [String] {
        (spec["template"]?["spec"]?["volumes"]?.items ?? []).compactMap {
            $0["persistentVolumeClaim"]?["claimName"]?.text
        }
    }
}
