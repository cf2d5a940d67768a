import Domain
import TestSupport

/// What strangers do behind the program's back.
extension Performance {
    func meddle(_ meddling: Deed.Meddling, _ number: Int) async {
        stage.truth.meddlings += 1
        // Whoever looks from then on, sees it.
        defer { stage.truth.meddlings += 1 }
        guard let slot = slot(number) else { return }
        if let cluster = stage.cluster { return await meddle(meddling, with: slot, in: cluster) }
        let container = stage.world.containers(of: slot.instance).first
        let claims = await claims(of: slot)
        switch meddling {
        case .killContainer: if let id = container?.id { stage.world.containers[id]?.run = nil }
        case .removeContainer: if let id = container?.id { stage.world.containers[id] = nil }
        case .editContainer:
            if let id = container?.id { stage.world.containers[id]?.drift = ["its image"] }
        case .takePort:
            if container?.run == nil, let port = container?.workload?.hostPort {
                stage.world.takenPorts.insert(port)
            }
        case .dropImages: stage.world.images = []
        case .forgetEpoch:
            stage.world.epoch = nil
            stage.truth.hasForgottenEpoch = true
        case .retreat: retreat()
        case .plantClaim, .plantWorkload: plant(meddling, slot)
        case .uproot: uproot()
        case .removeNamespace, .pinClaim, .loseNode, .stopProvisioner, .breakWatches, .compact:
            break
        case .removeClaim, .replaceClaim, .intrude, .unguard, .detach:
            guard let claim = claims.randomElement(using: &stage.dice) else { return }
            meddle(meddling, with: claim, slot)
        }
        stage.whisper(slot.instance)
    }

    /// Those that the rows know, and those that its containers have mounted.
    private func claims(of slot: Truth.Slot) async -> [ClaimName] {
        let rows = try? await stage.rows.read { try $0.volumes(of: slot.instance) }
        let mounted = stage.world.containers(of: slot.instance).flatMap(\.claims)
        return Set((rows ?? []).map(\.claim) + mounted)
            .filter { stage.world.claims[$0] != nil }.sorted()
    }

    private func meddle(_ meddling: Deed.Meddling, with claim: ClaimName, _ slot: Truth.Slot) {
        guard let uid = stage.world.claims[claim]?.uid else { return }
        switch meddling {
        case .intrude:
            let id = WorkloadID(stage.world.next("stranger"))
            stage.world.containers[id] = MemoryWorld.Container(
                id: id, workload: nil, name: id.rawValue, claims: [claim])
            stage.world.run(id)
            stage.truth.intruderSince[id] = stage.truth.meddlings
        case .unguard:
            stage.world.claims[claim]?.isGuarded = false
            stage.truth.unguardedSince[uid] = stage.truth.meddlings
        case .detach: stage.world.claims[claim]?.isDetached = true
        case .removeClaim, .replaceClaim:
            stage.truth.strangers.insert(uid)
            stage.truth.takenSince[claim] = stage.truth.meddlings
            stage.world.claims[claim] = nil
            guard meddling == .replaceClaim else { return }
            let made = ClaimUID(stage.world.next("uid"))
            stage.truth.strangers.insert(made)
            stage.world.claims[claim] = MemoryWorld.Claim(
                uid: made, volumeID: nil, size: Bytes(1 << 20))
        default: break
        }
    }

    private func plant(_ what: Deed.Meddling, _ slot: Truth.Slot) {
        let word = stage.world.next("planted")
        if what == .plantClaim {
            let uid = ClaimUID(word)
            stage.truth.hasPlanted = true
            stage.truth.strangers.insert(uid)
            let claim = ClaimName("hf-play-\(word)-data-g1")
            stage.truth.planted.append(claim)
            stage.world.claims[claim] = MemoryWorld.Claim(
                uid: uid, volumeID: VolumeID(word), size: Bytes(1 << 20))
        } else if var workload = stage.world.containers(of: slot.instance).first?.workload {
            workload.instanceID = InstanceID(word)
            workload.name = word
            workload.mounts = []
            let id = WorkloadID(word)
            stage.world.containers[id] = MemoryWorld.Container(
                id: id, workload: workload, name: word, claims: [])
        }
    }

    private func uproot() {
        for name in stage.truth.planted { stage.world.claims[name] = nil }
        stage.truth.planted = []
    }

    func retreat() {
        if let cluster = stage.cluster { return retreat(in: cluster) }
        for id in stage.world.containers.keys where stage.truth.intruderSince[id] != nil {
            stage.world.containers[id] = nil
        }
        stage.world.takenPorts = []
    }
}
