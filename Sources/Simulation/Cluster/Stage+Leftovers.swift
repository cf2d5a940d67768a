import Domain
import TestSupport

extension Stage {
    /// What is deleted leaves nothing behind but its data: no port, no secret, no open door.
    func lookAtLeftovers(_ record: Record, _ cluster: PlayedCluster) {
        let erased = record.instances.filter { $0.wish == .erased }
        let names = Dictionary(uniqueKeysWithValues: erased.map { ($0.id, $0.name) })
        for kind in [ModelKind.service, .secret, .networkPolicy] {
            for object in cluster.model.objects(of: kind) where object.isOurs {
                guard let name = object.instanceID.flatMap({ names[$0] }) else { continue }
                blame(.l2, "\(name) is deleted, and its \(kind.name) is there")
            }
        }
    }
}
