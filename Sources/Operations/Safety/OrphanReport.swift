package import Domain

/// What the engine has and no row claims, as an admin is to see it before anything is done.
package struct OrphanReport: Equatable, Sendable {
    package struct Item: Equatable, Sendable {
        package var orphan: Orphan
        /// The name of the instance that it says it belongs to, where there is one.
        package var instance: String?
        /// Why it may not be removed; `nil` when it may.
        package var objection: String?

        package var isRemovable: Bool { objection == nil }
    }

    /// In the order in which they were first seen.
    package var items: [Item]
    /// Changes whenever what may be removed does.
    package var digest: String
}

/// The report that was confirmed is not the present one.
package struct OutdatedReport: Error {
    package var report: OrphanReport
}
