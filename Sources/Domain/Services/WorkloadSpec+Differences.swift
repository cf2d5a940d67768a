extension WorkloadSpec {
    /// The parts that `other` has otherwise, by their names in the catalog and in its order.
    package func differences(from other: WorkloadSpec) -> [String] {
        let parts: [(name: String, isSame: Bool)] = [
            ("image", image == other.image), ("command", command == other.command),
            ("port", port == other.port), ("user", user == other.user),
            ("environment", environment == other.environment),
            ("secrets", secrets == other.secrets), ("volumes", volumes == other.volumes),
            ("health", health == other.health),
            ("stopTimeout", stopTimeout == other.stopTimeout),
            ("limits", limits == other.limits),
        ]
        return parts.filter { !$0.isSame }.map(\.name)
    }
}
