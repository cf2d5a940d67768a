import Wire

/// What the server writes into pods and their templates.
extension ModelDefaults {
    static func fillPod(_ pod: inout JSONValue) {
        guard var spec = pod["spec"] else { return }
        fillPodSpec(&spec)
        spec.fill("priority", with: 0)
        spec.fill("enableServiceLinks", with: true)
        spec.fill("preemptionPolicy", with: "PreemptLowerPriority")
        spec.fill(
            "tolerations",
            with: .array(
                ["not-ready", "unreachable"].map { trouble in
                    [
                        "key": .string("node.kubernetes.io/\(trouble)"), "operator": "Exists",
                        "effect": "NoExecute", "tolerationSeconds": 300,
                    ]
                }))
        pod["spec"] = spec
    }

    static func fillPodSpec(_ spec: inout JSONValue) {
        spec.fill("restartPolicy", with: "Always")
        spec.fill("terminationGracePeriodSeconds", with: 30)
        spec.fill("dnsPolicy", with: "ClusterFirst")
        spec.fill("securityContext", with: [:])
        spec.fill("schedulerName", with: "default-scheduler")
        spec.eachItem("containers") { fillContainer(&$0) }
        spec.eachItem("initContainers") { fillContainer(&$0) }
        spec.eachItem("volumes") { volume in
            for source in ["secret", "configMap", "projected", "downwardAPI"]
            where volume[source] != nil {
                volume.fill(source, "defaultMode", with: 420)
            }
            if volume["hostPath"] != nil { volume.fill("hostPath", "type", with: "") }
        }
    }

    private static func fillContainer(_ container: inout JSONValue) {
        container.fill("resources", with: [:])
        container.fill("terminationMessagePath", with: "/dev/termination-log")
        container.fill("terminationMessagePolicy", with: "File")
        container.fill("imagePullPolicy", with: pullPolicy(of: container["image"]?.text ?? ""))
        container.eachItem("ports") { $0.fill("protocol", with: "TCP") }
        container.eachItem("env") { variable in
            if variable["valueFrom", "fieldRef"] != nil {
                variable.fill("valueFrom", "fieldRef", "apiVersion", with: "v1")
            }
        }
        for list in ["requests", "limits"] {
            if let amounts = container["resources", list],
                let read = try? ModelDecoding.quantities(amounts)
            {
                container["resources", list] = read
            }
        }
        for probe in ["readinessProbe", "livenessProbe", "startupProbe"]
        where container[probe] != nil {
            fillProbe(&container, probe)
        }
    }

    private static func fillProbe(_ container: inout JSONValue, _ probe: String) {
        container.fill(probe, "timeoutSeconds", with: 1)
        container.fill(probe, "periodSeconds", with: 10)
        container.fill(probe, "successThreshold", with: 1)
        container.fill(probe, "failureThreshold", with: 3)
        if container[probe, "httpGet"] != nil {
            container.fill(probe, "httpGet", "path", with: "/")
            container.fill(probe, "httpGet", "scheme", with: "HTTP")
        }
    }

    /// Source: https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting
    private static func pullPolicy(of image: String) -> JSONValue {
        if image.contains("@") { return "IfNotPresent" }
        let tag = image.split(separator: "/").last?.split(separator: ":").dropFirst().last
        return tag == nil || tag == "latest" ? "Always" : "IfNotPresent"
    }
}
