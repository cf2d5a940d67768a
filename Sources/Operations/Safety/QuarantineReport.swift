package import Domain

/// Why nothing is destroyed, and what there is to be decided about.
package struct QuarantineReport: Equatable, Sendable {
    /// A claim that this database has never known.
    package struct Claim: Equatable, Sendable {
        package var object: EngineObject
        /// The instance that it can be given to, and as what; `nil` where there is none.
        package var place: Place?
    }

    package struct Place: Equatable, Sendable {
        package var instance: ServiceInstance
        package var template: VolumeTemplate
        package var generation: Int
        package var size: Bytes
    }

    /// The last one; `nil` where there never was any.
    package var hold: Hold?
    package var engineEpoch: Int64?
    package var databaseEpoch: Int64
    package var claims: [Claim]
    /// How many volumes and orphans are to be destroyed once their windows are over.
    package var condemned: Int
    /// Changes whenever what is to be decided about does.
    package var digest: String

    package var isInForce: Bool { hold?.isInForce ?? false }
}
