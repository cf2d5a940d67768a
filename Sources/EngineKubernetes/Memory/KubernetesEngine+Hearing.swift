package import Domain
import KubernetesAPI

/// One watch per kind keeps the memory, and tells whom to look at.
extension KubernetesEngine {
    package func whisper(to listener: @Sendable @escaping (InstanceID) -> Void) async {
        await withDiscardingTaskGroup { group in
            for kind in ClusterView.kinds {
                group.addTask { await self.hear(of: kind, listener) }
            }
        }
    }

    /// What is listed at the beginning, the reconciler looks at by itself.
    private func hear(of kind: ResourceKind, _ listener: (InstanceID) -> Void) async {
        let reflection = Reflection(
            of: kind, selector: settings.selector, from: client, as: Sighting.self)
        var isFirst = true
        while let change = try? await reflection.next() {
            let touched = memory.withLock { $0.hear(change, of: kind, at: clock.now()) }
            if !isFirst { for id in touched { listener(id) } }
            if case .listed = change { isFirst = false }
        }
        _ = memory.withLock { $0.hear(.interrupted(.cancelled), of: kind, at: clock.now()) }
    }

    package func recollection() async -> Recollection? { memory.withLock { $0.recollection } }

    package func recollection(of desired: Desired) async -> Observed? {
        memory.withLock { $0.observed(for: desired, at: clock.now()) }
    }
}
