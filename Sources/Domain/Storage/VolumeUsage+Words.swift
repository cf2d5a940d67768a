extension VolumeUsage {
    /// What to tell about a volume that is full, and what its owner can do; `nil` where it is
    /// not. `larger` names a variant in which it would be larger.
    package func fullness(
        of volume: Volume, larger: @autoclosure () -> String?
    ) -> String? {
        guard isFull(of: volume.size) else { return nil }
        let state = isEnforced ? "is full" : "holds more than its size"
        let change = larger().map { "Change to variant \($0), or remove" } ?? "Remove"
        return "Volume \(volume.template.name) \(state): \(used.rounded(of: volume.size)). "
            + "\(change) files that are not needed; nothing was deleted."
    }
}
