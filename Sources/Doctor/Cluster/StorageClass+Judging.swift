import KubernetesAPI

extension StorageClass {
    /// https://kubernetes.io/docs/concepts/storage/storage-classes/#local
    static let noProvisioner = "kubernetes.io/no-provisioner"

    /// Those whose volumes are folders, files or devices of one node: of Rancher, minikube, Docker
    /// Desktop, MicroK8s, CSI's example, KubeVirt, OpenEBS and TopoLVM.
    private static let pinning: Set<String> = [
        noProvisioner, "rancher.io/local-path", "k8s.io/minikube-hostpath", "docker.io/hostpath",
        "microk8s.io/hostpath", "hostpath.csi.k8s.io", "kubevirt.io.hostpath-provisioner",
        "kubevirt.io/hostpath-provisioner", "openebs.io/local", "local.csi.openebs.io",
        "zfs.csi.openebs.io", "topolvm.io", "topolvm.cybozu.com",
    ]

    /// Whether its volumes stay on the node on which they were made.
    var isPinned: Bool { Self.pinning.contains(provisioner) }

    /// How the engine names the class that it makes from another, to keep the bytes of claims.
    static func twin(of name: String) -> String { "holdfast-\(name)" }
}
