import Domain
import TestSupport
import Testing

/// The promises of the engine's port, with an API server and controllers in memory.
struct ModelConformanceTests {
    /// What does not apply to a cluster, needs a real node, or is not modelled.
    private static let elsewhere: [EnginePromise: String] = [
        .aMissingImageIsSeenAndCannotBePulled: "each node pulls its own images",
        .aRenamedWorkloadIsFound: "nothing can be renamed",
        .whatAClaimHoldsIsMeasured: "only what runs beside a volume can tell",
        .logsAreRead: "logs are asked of the node",
        .aTakenPortIsToldApart: "the model gives every port to everybody",
    ]

    @Test(arguments: EnginePromise.allCases.filter { elsewhere[$0] == nil })
    func keeps(_ promise: EnginePromise) async throws {
        try await ClusterWorld.model { world, _ in try await promise.check(in: world) }
    }
}
