import Wire

/// Claims and volumes.
extension ModelValidation {
    func claimCauses(_ claim: JSONValue) -> [Cause] {
        let modes = claim["spec", "accessModes"]?.items ?? []
        var causes: [Cause] =
            modes.isEmpty
            ? [.required("spec.accessModes", "at least 1 access mode is required")]
            : modes.filter { !Self.modes.contains($0.text ?? "") }
                .map { .unsupported("spec.accessModes", $0, Self.modes) }
        let size = claim["spec", "resources", "requests", "storage"]
        if let size, let amount = ModelQuantity(size.text ?? ""), amount.milli <= 0 {
            causes.append(
                .invalid("spec.resources[storage]", size, "must be greater than zero"))
        } else if size == nil {
            causes.append(.required("spec.resources[storage]"))
        }
        return causes
    }

    func volumeCauses(_ volume: JSONValue) -> [Cause] {
        var causes: [Cause] = []
        if volume["spec", "capacity", "storage"] == nil {
            causes.append(.required("spec.capacity"))
            causes.append(.unsupported("spec.capacity", .null, ["storage"]))
        }
        let sources = Self.sources.filter { volume["spec", $0] != nil }
        if sources.isEmpty { causes.append(.required("spec", "must specify a volume type")) }
        for source in sources.dropFirst() {
            causes.append(
                .forbidden("spec.\(source)", "may not specify more than 1 volume type"))
        }
        if let policy = volume["spec", "persistentVolumeReclaimPolicy"],
            !Self.policies.contains(policy.text ?? "")
        {
            causes.append(
                .unsupported("spec.persistentVolumeReclaimPolicy", policy, Self.policies))
        }
        return causes
    }

    /// What a claim may not become: it may grow once it is bound, and shrink to more than it has.
    func claimCauses(_ new: JSONValue, from old: JSONValue) -> [Cause] {
        var (fixed, was) = (new, old)
        let isBound = old["status", "phase"] == "Bound"
        if isBound {
            fixed["spec", "resources", "requests"] = nil
            was["spec", "resources", "requests"] = nil
        }
        // The binder's own write.
        if old["spec", "volumeName"] == nil { fixed["spec", "volumeName"] = nil }
        var causes: [Cause] = []
        if fixed["spec"] != was["spec"] { causes.append(.forbidden("spec", Self.claimIsFixed)) }
        if isTooSmall(new, than: old) {
            causes.append(
                .forbidden(
                    "spec.resources.requests.storage",
                    "field can not be less than status.capacity"))
        }
        return causes
    }

    private func isTooSmall(_ new: JSONValue, than old: JSONValue) -> Bool {
        let (size, before) = (Self.request(of: new), Self.request(of: old))
        let capacity = ModelQuantity(old["status", "capacity", "storage"]?.text ?? "0")
        guard let size, let before, let capacity, size < before else { return false }
        return size <= capacity
    }

    func volumeCauses(_ new: JSONValue, from old: JSONValue) -> [Cause] {
        let changed = Self.sources.contains { new["spec", $0] != old["spec", $0] }
        let field = "spec.persistentvolumesource"
        return changed ? [.forbidden(field, "\(field) is immutable after creation")] : []
    }

    static func request(of claim: JSONValue) -> ModelQuantity? {
        ModelQuantity(claim["spec", "resources", "requests", "storage"]?.text ?? "")
    }

    private static let modes = [
        "ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod",
    ]
    private static let policies = ["Delete", "Recycle", "Retain"]
    private static let sources = ["hostPath", "nfs", "local", "csi"]
}
