import Wire

/// How two lists become one when somebody applies.
///
/// Source: the `x-kubernetes-list-type` and `x-kubernetes-map-type` of
/// https://github.com/kubernetes/kubernetes/blob/master/api/openapi-spec/swagger.json
enum ListStyle: Equatable {
    /// The new list takes the place of the old.
    case atomic
    /// A set of scalars.
    case set
    /// Items are the same when these members are.
    case keyed([String])

    /// By the name of the member that holds the list, and of the one that holds that.
    init(_ name: String, in parent: String) {
        switch name {
        case "containers", "initContainers", "env", "volumes", "imagePullSecrets":
            self = .keyed(["name"])
        case "ports" where parent == "item": self = .keyed(["containerPort", "protocol"])
        case "ports" where parent == "spec": self = .keyed(["port", "protocol"])
        case "volumeMounts": self = .keyed(["mountPath"])
        case "volumeDevices": self = .keyed(["devicePath"])
        case "topologySpreadConstraints": self = .keyed(["topologyKey", "whenUnsatisfiable"])
        case "conditions": self = .keyed(["type"])
        case "ownerReferences": self = .keyed(["uid"])
        case "finalizers": self = .set
        default: self = .atomic
        }
    }

    /// Maps that are taken as a whole.
    static func isAtomicMap(_ name: String, in parent: String) -> Bool {
        switch name {
        case "selector", "podSelector", "namespaceSelector", "labelSelector", "nodeSelector",
            "secretKeyRef", "configMapKeyRef", "fieldRef", "resourceFieldRef", "secretRef",
            "configMapRef", "dataSource":
            true
        case "required": parent == "nodeAffinity"
        default: false
        }
    }

    /// What an item is known by; the server knows a default for the protocol.
    func step(of item: JSONValue) -> FieldPath.Step? {
        switch self {
        case .atomic: return nil
        case .set: return .value(item.compact)
        case .keyed(let names):
            var keys: JSONValue = [:]
            for name in names { keys[name] = item[name] ?? (name == "protocol" ? "TCP" : nil) }
            return .item(keys.compact)
        }
    }
}
