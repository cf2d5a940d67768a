/// What the model knows.
extension ModelKind {
    package static let configMap = ModelKind(
        core: "ConfigMap", "configmaps", members: ["binaryData", "data", "immutable"])
    package static let secret = ModelKind(
        core: "Secret", "secrets", members: ["data", "immutable", "stringData", "type"])
    package static let namespace = ModelKind(
        core: "Namespace", "namespaces", isNamespaced: false, hasStatus: true)
    package static let claim = ModelKind(
        core: "PersistentVolumeClaim", "persistentvolumeclaims", hasStatus: true, isReturned: true)
    package static let volume = ModelKind(
        core: "PersistentVolume", "persistentvolumes", isNamespaced: false, hasStatus: true,
        isReturned: true)
    package static let pod = ModelKind(
        core: "Pod", "pods", countsGenerations: true, hasStatus: true, isReturned: true)
    package static let service = ModelKind(
        core: "Service", "services", hasStatus: true, isReturned: true)
    package static let event = ModelKind(
        core: "Event", "events",
        members: [
            "action", "count", "eventTime", "firstTimestamp", "involvedObject", "lastTimestamp",
            "message", "reason", "related", "reportingComponent", "reportingInstance", "series",
            "source", "type",
        ])
    package static let node = ModelKind(
        core: "Node", "nodes", isNamespaced: false, hasStatus: true)
    package static let quota = ModelKind(
        core: "ResourceQuota", "resourcequotas", hasStatus: true, isReturned: true)
    package static let limitRange = ModelKind(core: "LimitRange", "limitranges", members: ["spec"])
    package static let statefulSet = ModelKind(
        group: "apps", "StatefulSet", "statefulsets", countsGenerations: true, hasStatus: true)
    package static let ingress = ModelKind(
        group: "networking.k8s.io", "Ingress", "ingresses", countsGenerations: true,
        hasStatus: true)
    package static let networkPolicy = ModelKind(
        group: "networking.k8s.io", "NetworkPolicy", "networkpolicies", countsGenerations: true,
        members: ["spec"])
    package static let storageClass = ModelKind(
        group: "storage.k8s.io", "StorageClass", "storageclasses", isNamespaced: false,
        isReturned: true,
        members: [
            "allowVolumeExpansion", "allowedTopologies", "mountOptions", "parameters",
            "provisioner", "reclaimPolicy", "volumeBindingMode",
        ])
    package static let driver = ModelKind(
        group: "storage.k8s.io", "CSIDriver", "csidrivers", isNamespaced: false,
        countsGenerations: true, members: ["spec"])
    package static let admissionPolicy = ModelKind(
        group: "admissionregistration.k8s.io", "ValidatingAdmissionPolicy",
        "validatingadmissionpolicies", isNamespaced: false, countsGenerations: true,
        hasStatus: true)
    package static let admissionPolicyBinding = ModelKind(
        group: "admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding",
        "validatingadmissionpolicybindings", isNamespaced: false, members: ["spec"])

    package static let all: [ModelKind] = [
        configMap, secret, namespace, claim, volume, pod, service, event, node, quota, limitRange,
        statefulSet, ingress, networkPolicy, storageClass, driver, admissionPolicy,
        admissionPolicyBinding,
    ]

    private init(
        core name: String, _ plural: String, isNamespaced: Bool = true,
        countsGenerations: Bool = false, hasStatus: Bool = false, isReturned: Bool = false,
        members: Set<String> = ["spec", "status"]
    ) {
        self.init(
            group: "", name, plural, isNamespaced: isNamespaced,
            countsGenerations: countsGenerations, hasStatus: hasStatus, isReturned: isReturned,
            members: members)
    }

    private init(
        group: String, _ name: String, _ plural: String, isNamespaced: Bool = true,
        countsGenerations: Bool = false, hasStatus: Bool = false, isReturned: Bool = false,
        members: Set<String> = ["spec", "status"]
    ) {
        self.init(
            group: group, name: name, plural: plural, isNamespaced: isNamespaced,
            countsGenerations: countsGenerations, hasStatus: hasStatus,
            isReturnedWhenDeleted: isReturned, members: members)
    }
}
