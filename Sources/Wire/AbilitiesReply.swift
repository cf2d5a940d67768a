/// What the engine can do on its machine.
package struct AbilitiesReply: Codable, Equatable, Sendable {
    /// `enforced`, or `advisory`: measured and shown, and nothing more.
    package var sizes: String
    /// By what sizes are enforced.
    package var enforcedBy: String?
    /// `online`, or `none` where there is nothing to grow.
    package var growth: String
    /// Whether a container's limits can be changed while it runs.
    package var changesLimitsLive: Bool
    /// By name; absent where there are no classes of storage.
    package var classes: [StorageClassReply]?

    package init(
        sizes: String, enforcedBy: String? = nil, growth: String, changesLimitsLive: Bool,
        classes: [StorageClassReply]? = nil
    ) {
        self.sizes = sizes
        self.enforcedBy = enforcedBy
        self.growth = growth
        self.changesLimitsLive = changesLimitsLive
        self.classes = classes
    }
}
