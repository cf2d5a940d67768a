import KubernetesAPI

/// What only the doctor looks at.
extension ResourceKind {
    static let ingressClass = ResourceKind(
        group: "networking.k8s.io", "IngressClass", plural: "ingressclasses", isNamespaced: false)
    /// Of a CRD, so not every cluster knows it
    /// (https://kubernetes.io/docs/concepts/storage/volume-snapshots/).
    static let volumeSnapshot = ResourceKind(
        group: "snapshot.storage.k8s.io", "VolumeSnapshot", plural: "volumesnapshots")
}
