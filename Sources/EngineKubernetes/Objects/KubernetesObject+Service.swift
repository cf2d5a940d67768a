package import Domain
package import KubernetesAPI
import Wire

/// How visitors find a workload.
extension KubernetesObject {
    package static func service(
        of workload: Workload, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        var port: [String: JSONValue] = [
            "name": "http", "port": .integer(workload.spec.port), "targetPort": "http",
            "protocol": "TCP",
        ]
        if settings.access == .nodePorts { port["nodePort"] = .integer(workload.hostPort) }
        return KubernetesObject(
            settings.name(.service, of: workload), labels: settings.labels(of: workload),
            [
                "spec": [
                    "type": settings.access == .nodePorts ? "NodePort" : "ClusterIP",
                    "selector": [Label.instance: .string(workload.instanceID.rawValue)],
                    "ports": [.object(port)],
                ]
            ])
    }

    /// `nil` where visitors come by ports.
    package static func ingress(
        of workload: Workload, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject? {
        guard case .ingress(let name, let domain, _) = settings.access else { return nil }
        let backend: JSONValue = [
            "service": ["name": .string(workload.name), "port": ["name": "http"]]
        ]
        let path: JSONValue = ["path": "/", "pathType": "Prefix", "backend": backend]
        var spec: [String: JSONValue] = [
            "rules": [
                ["host": "\(workload.name).\(domain)", "http": ["paths": [path]]]
            ]
        ]
        spec["ingressClassName"] = name.map(JSONValue.string)
        return KubernetesObject(
            settings.name(.ingress, of: workload), labels: settings.labels(of: workload),
            ["spec": .object(spec)])
    }

    /// Opens the service's port, and nothing else, to whoever brings visitors.
    package static func openDoor(
        of workload: Workload, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        var rule: [String: JSONValue] = [
            "ports": [["protocol": "TCP", "port": .integer(workload.spec.port)]]
        ]
        if case .ingress(_, _, let namespace) = settings.access {
            let labels: JSONValue = ["kubernetes.io/metadata.name": .string(namespace)]
            rule["from"] = [["namespaceSelector": ["matchLabels": labels]]]
        }
        return KubernetesObject(
            settings.name(.networkPolicy, of: workload), labels: settings.labels(of: workload),
            [
                "spec": [
                    "podSelector": [
                        "matchLabels": [Label.instance: .string(workload.instanceID.rawValue)]
                    ],
                    "policyTypes": ["Ingress"], "ingress": [.object(rule)],
                ]
            ])
    }
}
