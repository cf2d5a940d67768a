package import Domain
import KubernetesAPI

extension KubernetesEngine {
    package func inventory() async throws(EngineFailure) -> Inventory {
        var objects: [ResourceKind: [Sighting]] = [:]
        for kind in ClusterView.kinds {
            objects[kind] = try await list(kind, in: nil, settings.selector)
        }
        return ClusterView(objects).inventory(epoch: try await epoch())
    }
}
