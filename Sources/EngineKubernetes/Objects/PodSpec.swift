import Domain
import Wire

/// The one pod of a workload.
struct PodSpec {
    /// What the service's container is called.
    static let container = "service"

    let workload: Workload
    let settings: KubernetesEngineSettings

    init(_ workload: Workload, _ settings: KubernetesEngineSettings) {
        self.workload = workload
        self.settings = settings
    }

    var json: JSONValue {
        var spec: [String: JSONValue] = [
            // No service speaks to the cluster, and none is told where its neighbours are.
            "automountServiceAccountToken": false, "enableServiceLinks": false,
            "terminationGracePeriodSeconds": .integer(Self.seconds(workload.spec.stopTimeout)),
            "securityContext": security,
            "containers": [container],
            "volumes": .array(workload.mounts.enumerated().map(volume)),
        ]
        let owners = workload.mounts.enumerated().compactMap(owner)
        if !owners.isEmpty { spec["initContainers"] = .array(owners) }
        return .object(spec)
    }

    private var container: JSONValue {
        var container: [String: JSONValue] = [
            "name": .string(Self.container), "image": .string(workload.spec.image),
            "imagePullPolicy": "IfNotPresent",
            "ports": [
                [
                    "name": "http", "containerPort": .integer(workload.spec.port),
                    "protocol": "TCP",
                ]
            ],
            "envFrom": [["secretRef": ["name": .string(workload.name)]]],
            "resources": resources,
            // Entry points that step down from root still can; nothing can step up.
            "securityContext": ["allowPrivilegeEscalation": false],
            "volumeMounts": .array(workload.mounts.enumerated().map(mount)),
        ]
        if let command = workload.spec.command { container["args"] = JSONValue(texts: command) }
        container.merge(Probes(workload.spec).json) { $1 }
        return .object(container)
    }

    /// Memory is not to be shared out twice where data is written; processor time may be.
    private var resources: JSONValue {
        let limits = workload.spec.limits
        let memory = JSONValue.string(limits.memory.quantity)
        let requested = CPU(millicores: max(10, limits.cpu.millicores / 10))
        return [
            "limits": ["cpu": .string(limits.cpu.quantity), "memory": memory],
            "requests": ["cpu": .string(requested.quantity), "memory": memory],
        ]
    }

    private var security: JSONValue {
        var context: [String: JSONValue] = ["seccompProfile": ["type": "RuntimeDefault"]]
        let ids = (workload.spec.user ?? "").split(separator: ":").map { Int($0) }
        if let user = ids.first ?? nil { context["runAsUser"] = .integer(user) }
        if ids.count > 1, let group = ids[1] { context["runAsGroup"] = .integer(group) }
        return .object(context)
    }

    private func volume(_ number: Int, _ mount: Workload.Mount) -> JSONValue {
        [
            "name": .string(Self.name(number)),
            "persistentVolumeClaim": ["claimName": .string(mount.claim.rawValue)],
        ]
    }

    private func mount(_ number: Int, _ mount: Workload.Mount) -> JSONValue {
        ["name": .string(Self.name(number)), "mountPath": .string(mount.path)]
    }

    /// Of the root only, and not by `fsGroup`: that changes the mode of every file, and does
    /// nothing on volumes that are folders of the node.
    private func owner(_ number: Int, _ mount: Workload.Mount) -> JSONValue? {
        guard let owner = mount.owner else { return nil }
        return [
            "name": .string("owner-\(number)"), "image": .string(settings.helperImage),
            "imagePullPolicy": "IfNotPresent",
            "command": ["chown", .string("\(owner)"), .string(mount.path)],
            "securityContext": [
                "runAsUser": 0, "runAsGroup": 0, "allowPrivilegeEscalation": false,
            ],
            "resources": [
                "limits": ["cpu": "100m", "memory": "32Mi"],
                "requests": ["cpu": "10m", "memory": "16Mi"],
            ],
            "volumeMounts": [self.mount(number, mount)],
        ]
    }

    private static func name(_ number: Int) -> String { "volume-\(number)" }

    /// Rounded up.
    private static func seconds(_ duration: Duration) -> Int {
        Int((duration.milliseconds + 999) / 1000)
    }
}
