import Domain
import EngineKubernetes
import TestSupport
import Wire

/// Those who look at what a process has changed in a cluster, in that moment.
extension Stage {
    /// Something that leads to the end of bytes.
    struct Destruction {
        var claim: ClaimName
        var uid: ClaimUID
        /// `nil` where nobody has shown one.
        var ticket: TicketID?
    }

    /// - Returns: What those have to look at who know the rows.
    func judge(_ change: ModelChange, _ life: Life, _ cluster: PlayedCluster) -> Destruction? {
        judgeOwner(of: change)
        switch (change.key.kind, change.before, change.after) {
        case (.claim, nil, let claim?): judge(making: claim)
        case (.claim, let before?, let after) where !before.isTerminating:
            if after?.isTerminating ?? true { return judge(removing: before, life, cluster) }
        case (.volume, let before?, let after?): return judge(volume: before, after, life)
        case (.statefulSet, nil, let set?): judge(making: set, cluster)
        case (.statefulSet, let before?, nil): judge(removing: before, cluster)
        case (.statefulSet, let before?, let after?): judge(set: before, after, life)
        default: break
        }
        return nil
    }

    /// What bears a name may be somebody else's by now.
    private func judgeOwner(of change: ModelChange) {
        guard [.claim, .statefulSet].contains(change.key.kind), let before = change.before,
            truth.usurpers.contains(before.uid ?? "")
        else { return }
        blame(.s2, "\(change.key.name) is changed, and is a stranger's")
    }

    private func judge(making claim: JSONValue) {
        let (name, uid) = (ClaimName(claim.name ?? ""), claim.identity)
        if let held = truth.holders[name], let count = truth.durable[held], count > 0,
            claim["spec", "volumeName"] == nil, !truth.destroyed.contains(held)
        {
            blame(.s5, "an empty volume is made where \(name) held \(count) records")
        }
        guard truth.owners[uid] == nil, let instance = claim.instanceID else { return }
        truth.owners[uid] = instance
        truth.holders[name] = uid
    }

    private func judge(
        removing claim: JSONValue, _ life: Life, _ cluster: PlayedCluster
    ) -> Destruction {
        let name = ClaimName(claim.name ?? "")
        let permit = truth.permits[Truth.Permit(life: life.number, claim: name)]
        let volume = claim["spec", "volumeName"]?.text
        let isKept = volume.map { volume in
            cluster.model[ModelKey(.volume, volume)]?["spec", "persistentVolumeReclaimPolicy"]
                != "Delete"
        }
        if isKept == false { truth.surrendered.insert(claim.identity) }
        for container in view.containers.values where container.claims.contains(name) {
            let since = truth.intruderSince[container.id] ?? .max
            guard container.run != nil, since < permit?.meddlings ?? 0 else { continue }
            blame(.s4, "\(name) is removed while \(container.name) has it mounted")
        }
        return Destruction(claim: name, uid: claim.identity, ticket: permit?.ticket)
    }

    /// To give a volume up, and to open it to others.
    private func judge(
        volume before: JSONValue, _ after: JSONValue, _ life: Life
    ) -> Destruction? {
        let name = ClaimName(before["spec", "claimRef", "name"]?.text ?? "")
        if before["spec", "claimRef"] != nil, after["spec", "claimRef"] == nil {
            blame(.s7, "the bytes of \(name) are left to whoever takes them")
        }
        let policy = ["spec", "persistentVolumeReclaimPolicy"]
        guard before[policy] != "Delete", after[policy] == "Delete" else { return nil }
        let permit = truth.permits[Truth.Permit(life: life.number, claim: name)]
        truth.surrendered.insert(after.identity)
        return Destruction(claim: name, uid: after.identity, ticket: permit?.ticket)
    }

    private func judge(making set: JSONValue, _ cluster: PlayedCluster) {
        guard let workload = truth.asked[set.name ?? ""] else { return }
        var spec = set["spec"] ?? [:]
        spec["replicas"] = nil
        // What is noted there later makes a new pod, and is no other service.
        spec["template", "metadata", "annotations"] = nil
        cluster.sets[set.uid ?? ""] = PlayedCluster.AskedSet(workload: workload, spec: spec)
        cluster.touch()
        know(workload)
        for other in cluster.model.objects(of: .statefulSet)
        where other.isOurs && other["metadata", "namespace"] == set["metadata", "namespace"]
            && other.labels[Label.customer] != set.labels[Label.customer]
        {
            blame(.s7, "\(workload.name) is beside \(other.name ?? ""), another customer's")
        }
    }

    /// Nothing but its controller waits for the end of a pod before the next one begins.
    private func judge(removing set: JSONValue, _ cluster: PlayedCluster) {
        let runs = cluster.model.objects(of: .pod).contains { $0.isPod(of: set) && $0.run != nil }
        if runs { blame(.s4, "\(set.name ?? "") is removed while it runs") }
    }

    private func judge(set before: JSONValue, _ after: JSONValue, _ life: Life) {
        let note = ["spec", "template", "metadata", "annotations", Annotation.replaces]
        let isRestart = before[note] != after[note] && after.replicas > 0
        if before.replicas > 0, after.replicas == 0 || isRestart {
            judge(ending: after.workloadID, life)
        }
        if after.replicas > 0, before.replicas == 0 || isRestart {
            judge(starting: after.workloadID, life)
        }
    }
}
