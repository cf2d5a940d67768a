package import Domain
package import KubernetesAPI

/// What a cluster tells of its storage, from which follows what each class can do.
package struct StorageFacts: Sendable {
    package var classes: [StorageClass]
    /// The names of the drivers that have come to the cluster.
    package var drivers: Set<String>
    /// The drivers that copy volumes; `nil` where the cluster knows no snapshots at all.
    package var copiers: Set<String>?
    /// Of the installation; where there are many, some of them.
    package var volumes: [PersistentVolume]

    package init(
        classes: [StorageClass], drivers: Set<String>, copiers: Set<String>?,
        volumes: [PersistentVolume]
    ) {
        self.classes = classes
        self.drivers = drivers
        self.copiers = copiers
        self.volumes = volumes
    }

    /// By name; without those that Holdfast has made beside others, which can do what those can.
    package var abilities: [StorageAbilities] {
        classes.filter { $0.metadata.labels?[Label.managedBy] != Label.manager }
            .sorted { $0.metadata.name < $1.metadata.name }
            .map(abilities)
    }

    private func abilities(of found: StorageClass) -> StorageAbilities {
        StorageAbilities(
            name: found.metadata.name, provisioner: found.provisioner,
            isDefault: found.isDefault, keepsBytes: found.keepsBytes,
            grows: growth(of: found), enforcesSizes: enforcement(of: found),
            snapshots: copies(of: found), moves: moves(of: found))
    }

    /// The flag of a class is a permission, and no proof that anybody does it.
    private func growth(of found: StorageClass) -> StorageAbilities.Ability {
        if let why = found.whyItDoesNotGrow { return .init(.no, why) }
        if drivers.contains(found.provisioner) { return .init(.yes) }
        return .init(.unknown, "its class allows it; nothing tells whether anybody does it")
    }

    private func enforcement(of found: StorageClass) -> StorageAbilities.Ability {
        if found.sharesItsDisk {
            return .init(.no, "its volumes are folders on one disk: sizes are advisory")
        }
        if found.isPinned || growth(of: found).answer == .yes { return .init(.yes) }
        return .init(.unknown, "nothing tells what \(found.provisioner) does")
    }

    private func copies(of found: StorageClass) -> StorageAbilities.Ability {
        guard let copiers else { return .init(.no, "the cluster knows no snapshots") }
        guard copiers.contains(found.provisioner) else {
            return .init(.no, "no VolumeSnapshotClass is of \(found.provisioner)")
        }
        return .init(.yes)
    }

    /// Volumes that are there say it best.
    private func moves(of found: StorageClass) -> StorageAbilities.Ability {
        let names = [found.metadata.name, StorageClass.twin(of: found.metadata.name)]
        let own = volumes.filter { names.contains($0.spec.storageClassName ?? "") }
        if let pinned = own.first(where: { !$0.hosts.isEmpty }) {
            return .init(.no, "\(pinned.metadata.name) is on \(pinned.hosts[0]) and stays there")
        }
        if found.isPinned { return .init(.no, "its volumes stay on the node of their making") }
        if own.isEmpty { return .init(.unknown, "it has no volume yet that would tell") }
        return .init(.yes)
    }
}

extension StorageClass {
    /// `nil` where its volumes may be made larger, as far as it can be told.
    var whyItDoesNotGrow: String? {
        if allowVolumeExpansion != true { return "its class does not allow it" }
        guard sharesItsDisk || provisioner == Self.noProvisioner else { return nil }
        return "its class allows it, and \(provisioner) does not do it"
    }
}
