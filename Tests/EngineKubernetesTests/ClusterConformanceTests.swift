import Conformance
import Domain
import RealWorld
import TestSupport
import Testing

/// The promises of the engine's port, on a real API server with its real controllers; only the
/// node and the provisioner are played.
@Suite(.needsControllers)
struct ClusterConformanceTests {
    /// What does not apply to a cluster, or needs a real node.
    static let elsewhere: [EnginePromise: String] = [
        .aMissingImageIsSeenAndCannotBePulled: "each node pulls its own images",
        .aRenamedWorkloadIsFound: "nothing can be renamed",
        .whatAClaimHoldsIsMeasured: "only what runs beside a volume can tell",
        .logsAreRead: "logs are asked of the node",
    ]

    private static let promises = EnginePromise.allCases.filter { elsewhere[$0] == nil }

    @Test(arguments: promises)
    func keeps(_ promise: EnginePromise) async throws {
        try await ClusterWorld.real { try await promise.check(in: $0) }
    }
}
