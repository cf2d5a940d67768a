package import Domain
import KubernetesAPI

extension KubernetesEngine {
    /// Of the instance's pod; without one, nothing was printed that is still there.
    package func logs(
        of instance: InstanceID, tail: Int, follow: Bool
    ) async throws(EngineFailure) -> AsyncThrowingStream<LogLine, any Error> {
        let own = "\(Label.install)=\(settings.install),\(Label.instance)=\(instance)"
        let pods: [Pod] = try await list(.pod, in: nil, own)
        guard let pod = pods.first(where: { $0.service?.state != nil }) else {
            return AsyncThrowingStream { nil }
        }
        let name = ResourceName(.pod, pod.metadata.name, in: pod.metadata.namespace)
        let lines = try await ask { () throws(KubernetesError) in
            try await client.logs(
                of: name, container: PodSpec.container, tail: tail, follow: follow)
        }
        return AsyncThrowingStream {
            do throws(KubernetesError) {
                return try await lines.next()
            } catch {
                throw EngineFailure(error)
            }
        }
    }
}
