import Domain

/// What rows have, at one moment.
struct Record: Sendable {
    var instances: [ServiceInstance]
    var subscriptions: [Subscription]
    var volumes: [InstanceID: [Volume]] = [:]
    var papers: [InstanceID: [DestructionTicket.Record]] = [:]
    var operations: [Operation]
    var orphans: [Orphan]

    init(_ rows: any StoreReader) throws {
        instances = try rows.instances(Page(limit: 200))
        subscriptions = try rows.subscriptions(of: nil, Page(limit: 200))
        operations = try rows.operations(of: nil, subscription: nil, Page(limit: 200))
        orphans = try rows.orphans()
        for instance in instances {
            volumes[instance.id] = try rows.volumes(of: instance.id)
            papers[instance.id] = try rows.tickets(of: instance.id)
        }
    }

    var attached: [(instance: InstanceID, volumes: Set<VolumeID>)] {
        instances.map { instance in
            let all = volumes[instance.id] ?? []
            return (instance.id, Set(all.filter { $0.state == .attached }.map(\.id)))
        }
    }
}
