package import Domain
package import KubernetesAPI
import Wire

/// Where volumes come from.
extension KubernetesEngine {
    /// The class for new claims: one of Holdfast's own, which keeps the bytes of claims that go,
    /// so that no moment is unguarded; or the class itself, where it does so already.
    ///
    /// - Parameter name: As the catalog has it; `nil` for the cluster's default.
    func storageClass(for name: String?) async throws(EngineFailure) -> String? {
        let known = try await knownClasses()
        if let kept = Self.keeping(name, in: known) { return kept }
        // Perhaps somebody has added it just now.
        let classes: [StorageClass] = try await list(.storageClass)
        guard let found = Self.find(name, in: classes) else {
            throw .failed(
                name.map { "The cluster has no StorageClass \($0)." }
                    ?? "The cluster has no default StorageClass. Give it one, or name one in the "
                    + "catalog.")
        }
        if let kept = Self.keeping(name, in: classes) { return kept }
        let keeping = KubernetesObject.keeping(found, settings)
        try await makeClass(keeping)
        return keeping.name.name
    }

    /// The class that keeps the bytes: the one of that name, or the one that was made beside it.
    private static func keeping(_ name: String?, in classes: [StorageClass]) -> String? {
        guard let found = find(name, in: classes) else { return nil }
        if found.keepsBytes { return found.metadata.name }
        let twin = StorageClass.twin(of: found.metadata.name)
        return classes.contains { $0.metadata.name == twin && $0.keepsBytes } ? twin : nil
    }

    private static func find(_ name: String?, in classes: [StorageClass]) -> StorageClass? {
        classes.first { found in name.map { $0 == found.metadata.name } ?? found.isDefault }
    }

    private func makeClass(_ keeping: KubernetesObject) async throws(EngineFailure) {
        try await make(keeping) { (present: StorageClass) throws(EngineFailure) in
            guard present.keepsBytes else {
                throw .failed(
                    "\(keeping.name) is there already, and destroys the bytes of claims that go. "
                        + "Remove it, so that Holdfast makes one of that name that keeps them.")
            }
        }
    }

    /// Sizes and growth are those of the default class.
    package func abilities() async throws(EngineFailure) -> EngineAbilities {
        let classes = try await storageFacts().abilities
        let usual = classes.first(where: \.isDefault)
        let grows = usual.map { $0.grows.answer != .no } ?? false
        let isEnforced = usual.map { $0.enforcesSizes.answer == .yes || grows } ?? false
        return EngineAbilities(
            sizes: isEnforced ? .enforced(by: usual?.provisioner ?? "") : .advisory,
            growth: grows ? .online : .none, changesLimitsLive: false, classes: classes)
    }

    private func storageFacts() async throws(EngineFailure) -> StorageFacts {
        let classes: [StorageClass] = try await list(.storageClass)
        let drivers: [Sent] = try await list(.driver)
        // One volume of each class would do, and there may be ten thousand.
        let volumes = try await ask { () throws(KubernetesError) in
            try await client.some(
                .persistentVolume, selector: settings.selector, as: PersistentVolume.self)
        }
        return StorageFacts(
            classes: classes, drivers: Set(drivers.map(\.metadata.name)),
            copiers: try await copiers(), volumes: volumes)
    }

    /// The drivers that copy volumes; `nil` where the cluster does not know the kind.
    private func copiers() async throws(EngineFailure) -> Set<String>? {
        do throws(KubernetesError) {
            let classes = try await client.list(.snapshotClass, as: SnapshotClass.self).items
            return Set(classes.map(\.driver))
        } catch {
            if error.code == 404 { return nil }
            throw EngineFailure(error)
        }
    }

    /// The names of the classes whose claims can be made larger.
    func growingClasses() async throws(EngineFailure) -> Set<String> {
        let growing = try await knownClasses().filter { $0.whyItDoesNotGrow == nil }
        return Set(growing.map(\.metadata.name))
    }

    /// Asked for once a minute: each look at a service wants to know, and they hardly ever change.
    private func knownClasses() async throws(EngineFailure) -> [StorageClass] {
        let now = clock.now()
        if let known = classes.withLock(\.self), known.at <= now, now < known.at + .seconds(60) {
            return known.all
        }
        let all: [StorageClass] = try await list(.storageClass)
        classes.withLock { $0 = (now, all) }
        return all
    }

    /// Only the agent that runs beside a volume could tell.
    package func usage() async throws(EngineFailure) -> [ClaimName: ClaimUsage] { [:] }
}

extension KubernetesObject {
    /// The same class, but for what becomes of the bytes of a claim that goes.
    package static func keeping(
        _ found: StorageClass, _ settings: KubernetesEngineSettings
    ) -> KubernetesObject {
        var members: [String: JSONValue] = [
            "provisioner": .string(found.provisioner), "reclaimPolicy": "Retain",
            "volumeBindingMode": .string(found.volumeBindingMode ?? "Immediate"),
            "allowVolumeExpansion": .bool(found.allowVolumeExpansion ?? false),
        ]
        members["parameters"] = found.parameters.map { JSONValue(texts: $0) }
        members["mountOptions"] = found.mountOptions.map { JSONValue(texts: $0) }
        members["allowedTopologies"] = found.allowedTopologies
        return KubernetesObject(
            ResourceName(.storageClass, StorageClass.twin(of: found.metadata.name)),
            labels: [Label.managedBy: Label.manager], members)
    }
}
