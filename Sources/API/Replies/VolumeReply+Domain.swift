import Domain
import Operations
import Wire

extension SubscriptionView {
    /// What is to be expected of a volume that has never been measured.
    fileprivate var enforcesSizes: Bool {
        if case .enforced? = engine?.abilities?.sizes { true } else { false }
    }
}

extension VolumeReply {
    init(_ volume: Volume, in view: SubscriptionView) {
        let tickets = view.tickets
        let usage = view.usage.first { $0.volumeID == volume.id }
        let ticket = tickets.first { $0.volumeID == volume.id && $0.state == .issued }
        self.init(
            id: volume.id.rawValue, name: volume.template.name, generation: volume.generation,
            state: volume.state.rawValue, volumeClaimName: volume.claim.rawValue,
            volumeStatus: volume.claimStatus.rawValue, volumeSize: volume.size.description,
            sizeEnforced: usage?.isEnforced ?? view.enforcesSizes, used: usage?.used.count,
            volumeMountPath: volume.template.mountPath,
            storageClass: volume.template.storageClass, accessMode: volume.template.accessMode,
            createdAt: volume.createdAt.description, retiredAt: volume.retiredAt?.description,
            keptUntil: volume.state == .retired ? ticket?.notBefore.description : nil,
            destroyedAt: volume.destroyedAt?.description)
    }
}
