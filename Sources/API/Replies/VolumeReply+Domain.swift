import Domain
import Wire

extension VolumeReply {
    init(_ volume: Volume, tickets: [DestructionTicket.Record]) {
        let ticket = tickets.first { $0.volumeID == volume.id && $0.state == .issued }
        self.init(
            id: volume.id.rawValue, name: volume.template.name, generation: volume.generation,
            state: volume.state.rawValue, volumeClaimName: volume.claim.rawValue,
            volumeStatus: volume.claimStatus.rawValue, volumeSize: volume.size.description,
            volumeMountPath: volume.template.mountPath,
            storageClass: volume.template.storageClass, accessMode: volume.template.accessMode,
            createdAt: volume.createdAt.description, retiredAt: volume.retiredAt?.description,
            keptUntil: volume.state == .retired ? ticket?.notBefore.description : nil,
            destroyedAt: volume.destroyedAt?.description)
    }
}
