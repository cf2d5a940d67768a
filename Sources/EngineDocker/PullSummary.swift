package import DockerAPI

/// Sums up the many lines of a pull: one for each tenth that has come.
package struct PullSummary: Equatable, Sendable {
    private let image: String
    private var layers: [String: ProgressLine.Detail] = [:]
    private var tenths = -1

    package init(_ image: String) { self.image = image }

    /// What is worth telling after `line`, if anything.
    package mutating func take(_ line: ProgressLine) -> String? {
        guard line.status == "Downloading", let id = line.id, let detail = line.progressDetail,
            (detail.total ?? 0) > 0
        else { return nil }
        layers[id] = detail
        let total = layers.values.reduce(0) { $0 + ($1.total ?? 0) }
        let current = layers.values.reduce(0) { $0 + ($1.current ?? 0) }
        let reached = Int(current * 10 / total)
        // A layer that joins late makes the share smaller: what was told is not taken back.
        guard reached > tenths else { return nil }
        tenths = reached
        return "pulling \(image): \(reached * 10) % of \(total >> 20) MiB"
    }
}
