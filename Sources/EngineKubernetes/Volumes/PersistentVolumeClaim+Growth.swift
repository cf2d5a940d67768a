package import Domain
package import KubernetesAPI

extension PersistentVolumeClaim {
    /// How far the cluster is with what was last asked for; `nil` where it has done that.
    ///
    /// Source: https://kubernetes.io/docs/concepts/storage/persistent-volumes/
    package var growth: Observed.Claim.Growth? {
        guard isBound, let askedSize, let size, size < askedSize
        else { return nil }
        let trouble = words(of: ["ControllerResizeError", "NodeResizeError"])
        switch status?.allocatedResourceStatuses?["storage"] {
        case "ControllerResizeInfeasible", "NodeResizeInfeasible":
            return .refused(trouble ?? "the storage cannot make it so large.")
        case "NodeResizePending", "NodeResizeInProgress":
            return .withNextStart(trouble ?? "its file system grows once a pod has it mounted")
        default: return growth(trouble)
        }
    }

    /// As servers before 1.31 tell it, and in the beginning.
    private func growth(_ trouble: String?) -> Observed.Claim.Growth {
        if let trouble { return .underWay(trouble) }
        if words(of: ["FileSystemResizePending"]) != nil {
            return .withNextStart("its file system grows once a pod has it mounted")
        }
        if words(of: ["Resizing"]) != nil { return .underWay("the storage is at it") }
        return .underWay(
            "nothing in the cluster has begun with it yet; perhaps its class says that it can, "
                + "and nobody does it")
    }

    /// What was last asked for.
    var askedSize: Bytes? { Self.storage(of: spec.resources?.requests) }

    /// What the cluster has given it.
    var size: Bytes? { Self.storage(of: status?.capacity) }

    private static func storage(of quantities: [String: String]?) -> Bytes? {
        quantities?["storage"].flatMap { try? Bytes(parsing: $0) }
    }

    /// What a condition that holds says; its name, where it says nothing.
    private func words(of types: [String]) -> String? {
        status?.conditions?.first { types.contains($0.type) && $0.status == "True" }
            .map { $0.message.flatMap { $0.isEmpty ? nil : $0 } ?? $0.type }
    }
}
