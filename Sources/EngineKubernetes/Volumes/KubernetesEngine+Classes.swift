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
        let classes: [StorageClass] = try await list(.storageClass)
        let found = classes.first { found in
            name.map { $0 == found.metadata.name } ?? found.isDefault
        }
        guard let found else {
            throw .failed(
                name.map { "The cluster has no StorageClass \($0)." }
                    ?? "The cluster has no default StorageClass. Give it one, or name one in the "
                    + "catalog.")
        }
        if found.reclaimPolicy == "Retain" { return found.metadata.name }
        let keeping = KubernetesObject.keeping(found, settings)
        if !classes.contains(where: { $0.metadata.name == keeping.name.name }) {
            try await makeClass(keeping)
        }
        return keeping.name.name
    }

    private func makeClass(_ keeping: KubernetesObject) async throws(EngineFailure) {
        do throws(KubernetesError) {
            _ = try await client.create(
                keeping.content, at: keeping.name, manager: Self.manager, as: Sent.self)
        } catch {
            if error.code != 409 { throw EngineFailure(error) }
        }
    }

    /// Of the default class; a class that grows claims is taken to keep their sizes, too: no field
    /// of it says so.
    package func abilities() async throws(EngineFailure) -> EngineAbilities {
        let classes: [StorageClass] = try await list(.storageClass)
        guard let usual = classes.first(where: \.isDefault), usual.grows else {
            return EngineAbilities(sizes: .advisory, growth: .none, changesLimitsLive: false)
        }
        return EngineAbilities(
            sizes: .enforced(by: usual.provisioner), growth: .online, changesLimitsLive: false)
    }

    /// The names of the classes whose claims can be made larger. Asked for once a minute: each
    /// look at a service wants to know, and classes hardly ever change.
    func growingClasses() async throws(EngineFailure) -> Set<String> {
        let now = clock.now()
        if let known = growing.withLock(\.self), known.at <= now, now < known.at + .seconds(60) {
            return known.names
        }
        let classes: [StorageClass] = try await list(.storageClass)
        let names = Set(classes.filter(\.grows).map(\.metadata.name))
        growing.withLock { $0 = (now, names) }
        return names
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
            ResourceName(.storageClass, "holdfast-\(found.metadata.name)"),
            labels: [Label.managedBy: Label.manager], members)
    }
}

extension StorageClass {
    fileprivate var grows: Bool { allowVolumeExpansion ?? false }
}
