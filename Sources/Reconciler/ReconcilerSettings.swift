package import Domain

/// How eagerly machines are looked after.
package struct ReconcilerSettings: Sendable {
    package var address: PublicAddress
    /// The ports of the host that services may be given.
    package var hostPorts: ClosedRange<Int>
    /// How many instances are worked on at once.
    package var workers: Int
    /// How often every instance is looked at, whatever the whispers say.
    package var lookInterval: Duration
    /// How often everything is compared with what the engine truly has, whatever it remembers.
    package var surveyInterval: Duration
    /// How often the engine is asked whether it is there.
    package var greetInterval: Duration
    /// How often it is measured how much the volumes hold.
    package var measureInterval: Duration
    /// When something that no row claims may be removed.
    package var orphanRule: OrphanRule
    /// The catalog as it is now, for advice only.
    package var catalog: @Sendable () -> Catalog

    package init(
        address: PublicAddress, hostPorts: ClosedRange<Int>, workers: Int = 8,
        lookInterval: Duration = .seconds(30), surveyInterval: Duration = .seconds(3600),
        greetInterval: Duration = .seconds(3),
        measureInterval: Duration = .seconds(300), orphanRule: OrphanRule = OrphanRule(),
        catalog: @Sendable @escaping () -> Catalog = { Catalog(services: []) }
    ) {
        self.address = address
        self.hostPorts = hostPorts
        self.workers = workers
        self.lookInterval = lookInterval
        self.surveyInterval = surveyInterval
        self.greetInterval = greetInterval
        self.measureInterval = measureInterval
        self.orphanRule = orphanRule
        self.catalog = catalog
    }
}
