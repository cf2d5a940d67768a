extension StorageClass {
    /// https://kubernetes.io/docs/concepts/storage/storage-classes/#local
    package static let noProvisioner = "kubernetes.io/no-provisioner"

    /// Those whose volumes are folders of one node, whatever size is asked for: of Rancher,
    /// minikube, Docker Desktop, MicroK8s, CSI's example, KubeVirt and OpenEBS.
    private static let folders: Set<String> = [
        "rancher.io/local-path", "k8s.io/minikube-hostpath", "docker.io/hostpath",
        "microk8s.io/hostpath", "hostpath.csi.k8s.io", "kubevirt.io.hostpath-provisioner",
        "kubevirt.io/hostpath-provisioner", "openebs.io/local",
    ]

    /// Those whose volumes are devices or datasets of one node: of OpenEBS and TopoLVM.
    private static let devices: Set<String> = [
        noProvisioner, "local.csi.openebs.io", "zfs.csi.openebs.io", "topolvm.io",
        "topolvm.cybozu.com",
    ]

    /// Those whose volumes are folders of a file server.
    private static let shares: Set<String> = [
        "k8s-sigs.io/nfs-subdir-external-provisioner", "nfs.csi.k8s.io", "smb.csi.k8s.io",
    ]

    /// Whether its volumes stay on the node on which they were made.
    package var isPinned: Bool {
        Self.folders.contains(provisioner) || Self.devices.contains(provisioner)
    }

    /// Whether its volumes are folders beside others: nothing keeps one from filling the disk of
    /// all, and there is nothing to enlarge.
    package var sharesItsDisk: Bool {
        Self.folders.contains(provisioner) || Self.shares.contains(provisioner)
    }
}
