import Wire

/// Namespaces that end, and what nobody owns any more.
extension ModelControllers {
    /// Pods first, then all else; then the namespace itself.
    mutating func endNamespace(_ scene: inout ModelScene) -> Bool {
        for (key, namespace) in scene.all(.namespace) where namespace.isTerminating {
            let kinds = [ModelKind.pod] + ModelKind.all.filter { $0.isNamespaced && $0 != .pod }
            for kind in kinds {
                let content = scene.all(kind).filter { $0.key.namespace == key.name }
                if let next = content.first(where: { !$0.object.isTerminating }) {
                    return scene.ask("DELETE", next.key.path).isSuccess
                }
                if !content.isEmpty { break }
            }
            let isEmpty = kinds.allSatisfy { kind in
                !scene.all(kind).contains { $0.key.namespace == key.name }
            }
            if isEmpty, !(namespace["spec", "finalizers"]?.isEmpty ?? true) {
                return scene.ask("PUT", "\(key.path)/finalize", ["spec": [:]]).isSuccess
            }
        }
        return false
    }

    /// Deletes what its owner has left behind, and obeys the policies of those that go.
    mutating func collectGarbage(_ scene: inout ModelScene) -> Bool {
        for (key, pod) in scene.all(.pod) where !pod.isTerminating {
            guard let owner = pod["metadata", "ownerReferences"]?.items.first else { continue }
            let kind = ModelKind.all.first { $0.name == owner["kind"]?.text }
            let owners = kind.map(scene.all) ?? []
            if !owners.contains(where: { $0.object.uid == owner["uid"]?.text }) {
                return scene.ask("DELETE", key.path).isSuccess
            }
        }
        for kind in ModelKind.all {
            for (key, object) in scene.all(kind) where object.isTerminating {
                if let done = obey(key, object, &scene) { return done }
            }
        }
        return false
    }

    private func obey(
        _ key: ModelKey, _ object: JSONValue, _ scene: inout ModelScene
    ) -> Bool? {
        let owned = scene.all(.pod).filter { _, pod in
            pod["metadata", "ownerReferences"]?.items.first?["uid"]?.text == object.uid
        }
        if object.finalizers.contains("orphan") {
            if let pod = owned.first {
                return scene.merge(pod.key, ["metadata": ["ownerReferences": .null]])
            }
            return scene.dropFinalizer(key, "orphan")
        }
        guard object.finalizers.contains("foregroundDeletion") else { return nil }
        if let pod = owned.first(where: { !$0.object.isTerminating }) {
            return scene.ask("DELETE", pod.key.path).isSuccess
        }
        return owned.isEmpty ? scene.dropFinalizer(key, "foregroundDeletion") : nil
    }

    /// A claim goes when no scheduled pod has it, a volume when no claim is bound to it.
    mutating func unprotect(_ scene: inout ModelScene) -> Bool {
        let (claimGuard, volumeGuard) = (
            "kubernetes.io/pvc-protection", "kubernetes.io/pv-protection"
        )
        for (key, claim) in scene.all(.claim)
        where claim.isTerminating && claim.finalizers.contains(claimGuard) {
            let isUsed = scene.pods(using: key).contains { $0.object["spec", "nodeName"] != nil }
            if !isUsed { return scene.dropFinalizer(key, claimGuard) }
        }
        for (key, volume) in scene.all(.volume)
        where volume.isTerminating && volume.finalizers.contains(volumeGuard) {
            if volume["status", "phase"] != "Bound" {
                return scene.dropFinalizer(key, volumeGuard)
            }
        }
        return false
    }
}
