/// What an engine can do on its machine, as it was found out, never by its product's name.
package struct EngineAbilities: Equatable, Sendable, Codable {
    package enum Sizes: Equatable, Sendable, Codable {
        /// A volume cannot hold more than its size; by what, for people: `btrfs`.
        case enforced(by: String)
        /// A size is measured and shown, and nothing keeps a service from using more.
        case advisory
    }

    package enum Growth: String, Sendable, Codable, CaseIterable {
        /// While the service runs.
        case online
        /// Sizes are numbers only, so there is nothing to grow.
        case none
    }

    package var sizes: Sizes
    package var growth: Growth
    /// Whether a container's limits can be changed while it runs.
    package var changesLimitsLive: Bool
    /// By name; `nil` where there are no classes of storage.
    package var classes: [StorageAbilities]?

    package init(
        sizes: Sizes, growth: Growth, changesLimitsLive: Bool,
        classes: [StorageAbilities]? = nil
    ) {
        self.sizes = sizes
        self.growth = growth
        self.changesLimitsLive = changesLimitsLive
        self.classes = classes
    }
}
