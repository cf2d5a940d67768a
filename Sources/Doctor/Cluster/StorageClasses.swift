import KubernetesAPI

/// What the storage classes of a cluster mean for the volumes of services.
struct StorageClasses {
    private let all: [StorageClass]

    init(_ classes: [StorageClass]) { all = classes }

    /// What the engine takes where the catalog names none.
    private var usual: StorageClass? { all.first(where: \.isDefault) }

    /// Those from which the engine makes others.
    private var parents: [StorageClass] {
        all.filter { !$0.keepsBytes && twin(of: $0) != nil }
    }

    /// The class of Holdfast's that was made from another; `nil` before it was.
    private func twin(of parent: StorageClass) -> StorageClass? {
        all.first { $0.metadata.name == StorageClass.twin(of: parent.metadata.name) }
    }

    var findings: [Diagnosis] {
        let own = parents.compactMap(twin)
        return (usual.map(findings(of:)) ?? [noDefault]) + own.compactMap(Self.faithless) + pinned
    }

    private func findings(of usual: StorageClass) -> [Diagnosis] {
        [ambiguity, keeping(usual), growth(usual)].compactMap(\.self)
    }

    /// Source: https://kubernetes.io/docs/tasks/administer-cluster/change-default-storage-class/
    private var noDefault: Diagnosis {
        let advice =
            all.first.map { found in
                "Choose one: kubectl annotate storageclass \(found.metadata.name) "
                    + "storageclass.kubernetes.io/is-default-class=true"
            } ?? "There is none at all. Install a provisioner of volumes, such as your cloud's."
        return .problem(
            .storage, .configuration,
            "No storage class is the default: there are volumes only for services whose catalog "
                + "names a class.", advice)
    }

    /// The cluster would take the youngest of them.
    private var ambiguity: Diagnosis? {
        let names = all.filter(\.isDefault).map(\.metadata.name)
        guard names.count > 1 else { return nil }
        return .note(
            .storage,
            "Several storage classes are the default: \(names.joined(separator: ", ")). Holdfast "
                + "takes \(names[0]).",
            "Leave it to one: kubectl annotate storageclass \(names[1]) "
                + "storageclass.kubernetes.io/is-default-class-")
    }

    private func keeping(_ usual: StorageClass) -> Diagnosis {
        let name = usual.metadata.name
        if usual.keepsBytes {
            return .ok(.storage, "The default storage class \(name) keeps the bytes of claims.")
        }
        // Its volumes are made by hand for this class, and are none of the twin's.
        if usual.provisioner == StorageClass.noProvisioner {
            return .problem(
                .storage, .configuration,
                "The default storage class \(name) makes no volumes by itself.",
                "Make one the default that has a provisioner, or name one in the catalog.")
        }
        return .ok(
            .storage,
            "The default storage class \(name) destroys the bytes of claims that go, so Holdfast "
                + "makes a twin that keeps them: \(StorageClass.twin(of: name)).")
    }

    /// Where there is a twin already, volumes are of the twin.
    private func growth(_ usual: StorageClass) -> Diagnosis {
        let used = usual.keepsBytes ? usual : twin(of: usual) ?? usual
        let name = used.metadata.name
        if used.allowVolumeExpansion == true {
            return .ok(.storage, "Volumes of \(name) can be made larger.")
        }
        return .note(
            .storage,
            "Volumes of \(name) cannot be made larger, and their sizes are taken to be advisory.",
            "If its provisioner can do it: kubectl patch storageclass \(name) -p "
                + "'{\"allowVolumeExpansion\": true}'")
    }

    /// The field cannot be changed, so the class is made anew.
    private static func faithless(_ twin: StorageClass) -> Diagnosis? {
        guard !twin.keepsBytes else { return nil }
        let name = twin.metadata.name
        return .problem(
            .storage, .configuration,
            "The storage class \(name) has the name of one of Holdfast's, and does not keep the "
                + "bytes of claims.",
            "Remove it; Holdfast makes it anew when it needs it: kubectl delete storageclass "
                + name)
    }

    private var pinned: [Diagnosis] {
        let own = parents.compactMap(twin).map(\.metadata.name)
        let names = all.filter(\.isPinned).map(\.metadata.name).filter { !own.contains($0) }
        guard !names.isEmpty else { return [] }
        return [
            .note(
                .storage,
                "Volumes of \(names.joined(separator: ", ")) are on the disk of one node: volumes "
                    + "cannot move to another node.",
                "A service waits while its node is away, and its data is lost with that node. "
                    + "Use a class whose volumes can move, where you have one.")
        ]
    }
}
