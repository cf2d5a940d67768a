import Domain
import Operations
import Wire

extension DebugReply {
    init(_ report: DebugReport, limit: Int) {
        let page = PageReply(
            report.items, limit: limit, cursor: \.view.instance.id.rawValue
        ) { DebugInstanceReply($0) }
        self.init(
            items: page.items, next: page.next,
            engine: report.health.map { EngineReply($0) } ?? .unknown, trouble: report.trouble,
            seenAt: report.seenAt.map { "\($0)" },
            epoch: EpochReply(database: report.databaseEpoch, engine: report.engineEpoch),
            holds: report.holds.map { HoldReply($0) }, clock: ClockReply(report.clock),
            storage: report.totals.map { StorageReply($0) },
            strays: report.strays.map { EngineObjectReply($0) },
            unknown: report.unknown.map { EngineObjectReply($0) },
            orphans: OrphansReply(report.orphans))
    }
}

extension DebugInstanceReply {
    init(_ item: DebugReport.Item) {
        let view = item.view
        self.init(
            id: view.instance.id.rawValue, name: view.instance.name, owner: item.owner,
            subscriptionId: view.subscription.id.rawValue,
            subscriptionStatus: view.subscription.status.rawValue.uppercased(),
            wish: view.instance.wish.rawValue.uppercased(),
            status: (view.status?.phase ?? .unknown).rawValue.uppercased(),
            message: view.status?.message, generation: view.instance.generation,
            volumes: view.volumes.map { VolumeReply($0, in: view) },
            disagreements: item.disagreements)
    }
}

extension EngineObjectReply {
    init(_ object: EngineObject) {
        self.init(
            kind: object.kind.rawValue, name: object.name, uid: object.uid,
            instanceId: object.instanceID?.rawValue, mayWrite: object.mayWrite)
    }
}

extension StorageReply {
    init(_ total: StorageTotal) {
        self.init(
            state: total.state.rawValue, volumes: total.volumes, size: total.size.count,
            used: total.used.count)
    }
}
