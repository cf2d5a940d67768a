package import Domain
package import KubernetesAPI

/// What is known of an installation without asking. Pure: it is told what was heard, and when.
///
/// It is good for reports, and to see that there is nothing to do. Nothing that is done may rest on
/// it: what was heard may be late.
package struct Memory: Sendable {
    private var view = ClusterView() { didSet { lastInventory = nil } }
    /// Of the view as it is: a report of many pages asks for it with each.
    private var lastInventory: Inventory?
    /// Up to when all is known of a kind; absent while it may be that something was missed.
    private var currentAt: [ResourceKind: Instant] = [:]
    private var changes: [InstanceID: Int] = [:]
    private var impressions: [InstanceID: Impression] = [:]
    private var texts = SharedTexts()
    /// The latest that was seen.
    package var epoch: Int64?

    package init() {}

    /// Takes in what was heard of a kind.
    ///
    /// - Returns: The instances that it is about.
    package mutating func hear(
        _ change: ReflectedChange<Sighting>, of kind: ResourceKind, at now: Instant
    ) -> [InstanceID] {
        var touched: [InstanceID] = []
        switch change {
        case .listed(let all): touched = replace(kind, by: all.map { $0.sharing(&texts) })
        case .changed(let object): touched = set(object.sharing(&texts), as: kind)
        case .gone(let object): touched = remove(object, as: kind)
        case .confirmed: break
        case .interrupted:
            currentAt[kind] = nil
            return []
        }
        currentAt[kind] = now
        for id in touched { changes[id, default: 0] += 1 }
        return touched
    }

    private mutating func replace(_ kind: ResourceKind, by all: [Sighting]) -> [InstanceID] {
        let known = view.objects[kind] ?? [:]
        let new = ClusterView([kind: all]).objects[kind] ?? [:]
        view.objects[kind] = new
        let gone = known.values.filter { new[$0.uid] == nil }
        for sighting in gone { sighting.release(&texts) }
        let changed = all.filter { known[$0.uid]?.version != $0.version }
        return (gone + changed).compactMap(\.instanceID)
    }

    /// An object may have been another instance's before.
    private static func owners(_ object: Sighting, _ before: Sighting?) -> [InstanceID] {
        Set([before?.instanceID, object.instanceID].compactMap(\.self)).sorted()
    }

    private mutating func set(_ object: Sighting, as kind: ResourceKind) -> [InstanceID] {
        let before = view.objects[kind, default: [:]].updateValue(object, forKey: object.uid)
        return Self.owners(object, before)
    }

    private mutating func remove(_ object: Sighting, as kind: ResourceKind) -> [InstanceID] {
        let before = view.objects[kind]?.removeValue(forKey: object.uid)
        before?.release(&texts)
        return Self.owners(object, before)
    }

    /// Up to when all is known; `nil` where something may have been missed.
    private var asOf: Instant? {
        let moments = ClusterView.kinds.compactMap { currentAt[$0] }
        return moments.count == ClusterView.kinds.count ? moments.min() : nil
    }

    package var recollection: Recollection? {
        mutating get {
            guard let asOf else { return nil }
            var inventory = lastInventory ?? view.inventory(epoch: nil)
            lastInventory = inventory
            inventory.epoch = epoch
            return Recollection(inventory, asOf: asOf)
        }
    }
}

extension Memory {
    /// To be asked before a look, and told with what it saw.
    package func changes(of id: InstanceID) -> Int { changes[id] ?? 0 }

    /// Keeps what a look has seen.
    ///
    /// - Parameter changes: How many had been heard of when the look began.
    package mutating func impress(
        _ observed: Observed, by desired: Desired, at now: Instant, after changes: Int
    ) {
        let id = desired.workload.instanceID
        impressions[id] = Impression(
            observed.sharing(texts), of: desired, at: now, after: changes, last: impressions[id])
    }

    package func observed(for desired: Desired, at now: Instant) -> Observed? {
        guard asOf != nil, let impression = impressions[desired.workload.instanceID] else {
            return nil
        }
        return impression.observed(
            for: desired, at: now, after: changes(of: desired.workload.instanceID))
    }
}
