import Domain
import TestSupport
import Wire

extension Stage {
    /// A stranger puts something of their own in the place of what a request is about, in the very
    /// moment in which it comes.
    func usurp(_ path: String, _ cluster: PlayedCluster) {
        for kind in [ModelKind.statefulSet, .claim] {
            for object in cluster.model.objects(of: kind) where object.isOurs {
                let key = ModelKey(
                    kind, object.name ?? "", in: object["metadata", "namespace"]?.text)
                if key.path == path { usurp(key, object, cluster) }
            }
        }
    }

    /// What is in use, cannot be replaced at once.
    private func usurp(_ key: ModelKey, _ object: JSONValue, _ cluster: PlayedCluster) {
        let pods = cluster.model.objects(of: .pod)
        let isUsed = pods.contains {
            $0.isPod(of: object) || $0.mountedClaims.contains(ClaimName(key.name))
        }
        guard !isUsed else { return }
        truth.meddlings += 1
        tell("a stranger takes the place of \(key.name)")
        replace(key, object, cluster)
    }

    func replace(_ key: ModelKey, _ object: JSONValue, _ cluster: PlayedCluster) {
        meddle(cluster, "DELETE", key.path)
        meddle(cluster, "PATCH", key.path, ["metadata": ["finalizers": .null]])
        guard cluster.model[key] == nil else { return }
        var spec = object["spec"] ?? [:]
        spec["volumeName"] = nil
        if key.kind == .statefulSet { spec["replicas"] = 0 }
        meddle(
            cluster, "POST", key.kind.path(in: key.namespace),
            ["metadata": ["name": .string(key.name)], "spec": spec])
        guard let made = cluster.model[key] else { return }
        cluster.planted.insert(key)
        truth.usurpers.insert(made.uid ?? "")
        if key.kind == .claim {
            truth.strangers.insert(made.identity)
            truth.takenSince[ClaimName(key.name)] = truth.meddlings
        }
    }

    /// As a stranger asks.
    @discardableResult
    func meddle(
        _ cluster: PlayedCluster, _ method: String, _ target: String, _ body: JSONValue? = nil
    ) -> Bool {
        let type = method == "PATCH" ? "application/merge-patch+json" : nil
        let (answer, changes) = cluster.ask(method, target, body, type: type)
        for change in changes { notice(change, cluster) }
        return answer.isSuccess
    }
}
