package import Domain
import KubernetesAPI

extension KubernetesEngine {
    package func whisper(to listener: @Sendable @escaping (InstanceID) -> Void) async {
        await withDiscardingTaskGroup { group in
            for kind in [ResourceKind.statefulSet, .pod, .persistentVolumeClaim] {
                group.addTask { await self.whisper(of: kind, to: listener) }
            }
        }
    }

    /// What is listed whole, the reconciler looks at by itself, in turn.
    private func whisper(of kind: ResourceKind, to listener: (InstanceID) -> Void) async {
        let reflection = Reflection(
            of: kind, selector: settings.selector, from: client, as: Sent.self)
        while let change = try? await reflection.next() {
            switch change {
            case .listed, .interrupted: break
            case .changed(let object), .gone(let object):
                if let id = object.metadata.labels?[Label.instance] { listener(InstanceID(id)) }
            }
        }
    }
}
