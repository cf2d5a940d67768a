package import Domain
package import KubernetesAPI
import Wire

extension KubernetesObject {
    /// The whole environment: it has secrets in it, and a template is read by more people.
    package static func environment(
        of workload: Workload, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        KubernetesObject(
            settings.name(.secret, of: workload), labels: settings.labels(of: workload),
            ["type": "Opaque", "stringData": JSONValue(texts: workload.environment)])
    }
}
