package import Domain
package import KubernetesAPI

/// What is known of an installation without asking. Pure: it is told what was heard, and when.
///
/// It is good for reports, and to see that there is nothing to do. Nothing that is done may rest on
/// it: what was heard may be late.
package struct Memory: Sendable {
    /// What a look was asked; its answer holds for this question only.
    private struct Question: Equatable {
        var revision: String
        var claims: [ClaimName]
        var identities: [ClaimUID?]
    }

    /// What a look has seen, after so many changes had been heard of the instance.
    private struct Impression {
        var question: Question
        var observed: Observed
        var at: Instant
        var changes: Int

        /// Until when it is believed.
        var end: Instant { at + (observed.isSteady ? trust : briefTrust) }
    }

    /// How long an impression is believed. There are things that are not heard of: a stranger's
    /// pod that mounts a claim bears no label.
    package static let trust = Duration.seconds(3600)
    /// The same, of what is on its way: events that tell why it does not get on are not heard, nor
    /// is that its time is over.
    package static let briefTrust = Duration.seconds(5)

    private var view = ClusterView()
    /// Up to when all is known of a kind; absent while it may be that something was missed.
    private var currentAt: [ResourceKind: Instant] = [:]
    private var changes: [InstanceID: Int] = [:]
    private var impressions: [InstanceID: Impression] = [:]
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
        case .listed(let all): touched = replace(kind, by: all)
        case .changed(let object): touched = set(object, to: object, as: kind)
        case .gone(let object): touched = set(object, to: nil, as: kind)
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
        let changed = all.filter { known[$0.uid]?.version != $0.version }
        return (gone + changed).compactMap(\.instanceID)
    }

    /// Sets what is known of an object; it may have been another instance's before.
    private mutating func set(
        _ object: Sighting, to known: Sighting?, as kind: ResourceKind
    ) -> [InstanceID] {
        let before = view.objects[kind]?[object.uid]
        view.objects[kind, default: [:]][object.uid] = known
        return Set([before?.instanceID, object.instanceID].compactMap(\.self)).sorted()
    }

    /// Up to when all is known; `nil` where something may have been missed.
    private var asOf: Instant? {
        let moments = ClusterView.kinds.compactMap { currentAt[$0] }
        return moments.count == ClusterView.kinds.count ? moments.min() : nil
    }

    package var recollection: Recollection? {
        asOf.map { Recollection(view.inventory(epoch: epoch), asOf: $0) }
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
        impressions[desired.workload.instanceID] = Impression(
            question: Self.question(desired), observed: observed, at: now, changes: changes)
    }

    package func observed(for desired: Desired, at now: Instant) -> Observed? {
        guard asOf != nil, let impression = impressions[desired.workload.instanceID],
            impression.changes == changes(of: desired.workload.instanceID),
            impression.question == Self.question(desired),
            impression.at <= now, now < impression.end
        else { return nil }
        return impression.observed
    }

    private static func question(_ desired: Desired) -> Question {
        Question(
            revision: desired.workload.revision, claims: desired.claimNames,
            identities: desired.claims.map(\.uid) + desired.retired.map(\.uid))
    }
}

extension Observed {
    /// Whether it stays so until something is heard of it: nothing is on its way.
    fileprivate var isSteady: Bool {
        intruders.isEmpty
            && workloads.allSatisfy { workload in
                switch workload.state {
                case .created, .stopped, .running(_, .ready): true
                case .running, .changing: false
                }
            }
    }
}
