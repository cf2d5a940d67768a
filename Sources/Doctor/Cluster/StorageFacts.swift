package import KubernetesAPI

/// Where a cluster's volumes come from.
package struct StorageFacts: Equatable, Sendable {
    package var classes: Result<[StorageClass], KubernetesError>
    /// Whether the cluster knows snapshots of volumes.
    package var snapshots: Result<Bool, KubernetesError>

    package init(
        classes: Result<[StorageClass], KubernetesError>,
        snapshots: Result<Bool, KubernetesError>
    ) {
        self.classes = classes
        self.snapshots = snapshots
    }

    var findings: [Diagnosis] {
        switch classes {
        case .success(let classes):
            StorageClasses(classes).findings + [snapshotFinding]
        case .failure(let error):
            [
                .note(
                    .storage, "The storage classes cannot be looked at: \(error)",
                    "Without them no volume can be made. Mend that, and ask again."),
                snapshotFinding,
            ]
        }
    }

    private var snapshotFinding: Diagnosis {
        switch snapshots {
        case .success(true): .ok(.storage, "The cluster knows snapshots of volumes.")
        case .success(false):
            .note(
                .storage, "The cluster knows no snapshots of volumes.",
                "Services need none. For copies of volumes within the cluster, install the CSI "
                    + "snapshot controller: https://github.com/kubernetes-csi/external-snapshotter")
        case .failure(let error):
            .note(
                .storage, "It cannot be seen whether the cluster knows snapshots: \(error)",
                "Services need none. Ask again, to know.")
        }
    }
}
