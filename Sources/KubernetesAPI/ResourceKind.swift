/// A kind of object that an API server keeps, and under which path.
///
/// Source: https://kubernetes.io/docs/reference/using-api/api-concepts/
package struct ResourceKind: Hashable, Sendable {
    /// Empty for the core group.
    package var group: String
    package var version: String
    /// As in `kind: StatefulSet`.
    package var name: String
    /// As in the path: `statefulsets`.
    package var plural: String
    package var isNamespaced: Bool

    package init(
        group: String = "", version: String = "v1", _ name: String, plural: String,
        isNamespaced: Bool = true
    ) {
        self.group = group
        self.version = version
        self.name = name
        self.plural = plural
        self.isNamespaced = isNamespaced
    }

    /// `v1`, `apps/v1`
    package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
}

extension ResourceKind {
    package static let configMap = ResourceKind("ConfigMap", plural: "configmaps")
    package static let event = ResourceKind("Event", plural: "events")
    package static let limitRange = ResourceKind("LimitRange", plural: "limitranges")
    package static let namespace = ResourceKind(
        "Namespace", plural: "namespaces", isNamespaced: false)
    package static let node = ResourceKind("Node", plural: "nodes", isNamespaced: false)
    package static let persistentVolume = ResourceKind(
        "PersistentVolume", plural: "persistentvolumes", isNamespaced: false)
    package static let persistentVolumeClaim = ResourceKind(
        "PersistentVolumeClaim", plural: "persistentvolumeclaims")
    package static let pod = ResourceKind("Pod", plural: "pods")
    package static let resourceQuota = ResourceKind("ResourceQuota", plural: "resourcequotas")
    package static let secret = ResourceKind("Secret", plural: "secrets")
    package static let service = ResourceKind("Service", plural: "services")
    package static let statefulSet = ResourceKind(
        group: "apps", "StatefulSet", plural: "statefulsets")
    package static let ingress = ResourceKind(
        group: "networking.k8s.io", "Ingress", plural: "ingresses")
    package static let networkPolicy = ResourceKind(
        group: "networking.k8s.io", "NetworkPolicy", plural: "networkpolicies")
    package static let storageClass = ResourceKind(
        group: "storage.k8s.io", "StorageClass", plural: "storageclasses", isNamespaced: false)
    package static let driver = ResourceKind(
        group: "storage.k8s.io", "CSIDriver", plural: "csidrivers", isNamespaced: false)
    package static let snapshotClass = ResourceKind(
        group: "snapshot.storage.k8s.io", "VolumeSnapshotClass",
        plural: "volumesnapshotclasses", isNamespaced: false)
    package static let accessReview = ResourceKind(
        group: "authorization.k8s.io", "SelfSubjectAccessReview",
        plural: "selfsubjectaccessreviews", isNamespaced: false)
    package static let admissionPolicy = ResourceKind(
        group: "admissionregistration.k8s.io", "ValidatingAdmissionPolicy",
        plural: "validatingadmissionpolicies", isNamespaced: false)
    package static let admissionPolicyBinding = ResourceKind(
        group: "admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding",
        plural: "validatingadmissionpolicybindings", isNamespaced: false)
}
