package import Domain
package import KubernetesAPI
import Wire

extension KubernetesObject {
    /// The workload as a StatefulSet of one, which never runs two pods at once
    /// (https://kubernetes.io/docs/tasks/run-application/force-delete-stateful-set-pod/).
    ///
    /// It is made with no pod: starting it is an act of its own.
    package static func statefulSet(
        of workload: Workload, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        let labels = settings.labels(of: workload)
        return KubernetesObject(
            settings.name(.statefulSet, of: workload), labels: labels,
            annotations: [Annotation.revision: workload.revision],
            [
                "spec": [
                    "replicas": 0,
                    "serviceName": .string(workload.name),
                    "revisionHistoryLimit": 1,
                    "selector": [
                        "matchLabels": [Label.instance: .string(workload.instanceID.rawValue)]
                    ],
                    "template": [
                        "metadata": ["labels": JSONValue(texts: labels)],
                        "spec": PodSpec(workload, settings).json,
                    ],
                ]
            ])
    }
}
