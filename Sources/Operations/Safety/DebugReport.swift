package import Domain

/// Everything that an admin wants to know who asks what is amiss; one page of the instances.
package struct DebugReport: Sendable {
    package struct Item: Sendable {
        package var view: SubscriptionView
        /// The owner's e-mail address.
        package var owner: String?
        /// In what rows and engine disagree, in words; empty too where the engine was not asked.
        package var disagreements: [String]
    }

    package var items: [Item]
    /// Up to when it is known what the engine has.
    package var seenAt: Instant?
    /// What the engine has, and no row claims.
    package var strays: [EngineObject]
    /// Claims that only a later state of the database can have made.
    package var unknown: [EngineObject]
    package var orphans: OrphanReport
    package var holds: [Hold]
    package var clock: ClockView
    package var totals: [StorageTotal]
    package var health: EngineHealth?
    package var engineEpoch: Int64?
    package var databaseEpoch: Int64
    /// Why the engine could not be asked for this report.
    package var trouble: String?
}
