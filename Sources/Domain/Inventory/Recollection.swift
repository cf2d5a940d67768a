/// All that an engine knows of one installation without asking.
package struct Recollection: Equatable, Sendable {
    package var inventory: Inventory
    /// Until when it is known that nothing else has happened.
    package var asOf: Instant

    package init(_ inventory: Inventory, asOf: Instant) {
        self.inventory = inventory
        self.asOf = asOf
    }
}
