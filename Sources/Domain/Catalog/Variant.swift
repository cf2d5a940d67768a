/// A tier of a service: how much of the machine it gets.
package struct Variant: Equatable, Sendable {
    package var name: String
    package var limits: Limits
    /// The size of each of the service's volumes, by the volume's name.
    package var volumeSizes: [String: Bytes]
    /// How long the data is kept after a subscription has ended.
    package var grace: Duration

    /// What is promised where the catalog says nothing else.
    package static let standardGrace = Duration.days(60)

    package init(
        name: String, limits: Limits, volumeSizes: [String: Bytes],
        grace: Duration = Variant.standardGrace
    ) {
        self.name = name
        self.limits = limits
        self.volumeSizes = volumeSizes
        self.grace = grace
    }
}
