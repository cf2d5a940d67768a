import Domain
import KubernetesAPI

/// A StatefulSet is asked for by its name, and told apart by its uid: the id holds both.
extension WorkloadID {
    init(_ set: StatefulSet) {
        let metadata = set.metadata
        self.init("\(metadata.namespace ?? "")/\(metadata.name)/\(metadata.uid)")
    }

    init(_ set: Sighting) { self.init("\(set.place)/\(set.uid)") }

    /// Of what a set has left behind: its instance stands in for the uid.
    init(leftBy workload: Workload, in namespace: String) {
        self.init("\(namespace)/\(workload.name)/\(workload.instanceID)")
    }

    /// Where the set is; `nil` where this is no id of this engine.
    var set: (name: ResourceName, uid: String)? {
        let parts = rawValue.split(separator: "/").map(String.init)
        guard parts.count == 3 else { return nil }
        return (ResourceName(.statefulSet, parts[1], in: parts[0]), parts[2])
    }
}
