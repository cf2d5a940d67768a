import Domain
import Operations
import Wire

extension InstanceReply {
    init(_ view: SubscriptionView, address: PublicAddress) {
        let (instance, status) = (view.instance, view.status)
        self.init(
            id: instance.id.rawValue, name: instance.name,
            image: instance.spec == .unreadable ? nil : instance.spec.image,
            wish: instance.wish.rawValue.uppercased(),
            status: (status?.phase ?? .unknown).rawValue.uppercased(),
            message: status?.message, since: status?.since.description,
            url: address.url(of: instance.name, port: instance.hostPort), port: instance.hostPort,
            restarts: instance.restartsDone, generation: instance.generation,
            volumes: Volume.State.allCases.flatMap { state in
                view.volumes.filter { $0.state == state }
                    .map { VolumeReply($0, in: view) }
            },
            engine: view.engine.map { EngineReply($0) })
        if let first = volumes.first, first.state == Volume.State.attached.rawValue {
            show(first)
        }
    }

    private mutating func show(_ volume: VolumeReply) {
        volumeClaimName = volume.volumeClaimName
        volumeStatus = volume.volumeStatus
        volumeSize = volume.volumeSize
        volumeMountPath = volume.volumeMountPath
        storageClass = volume.storageClass
        accessMode = volume.accessMode
    }
}
