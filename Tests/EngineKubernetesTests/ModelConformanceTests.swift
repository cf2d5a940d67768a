import Domain
import TestSupport
import Testing

/// The promises of the engine's port, with an API server and controllers in memory.
struct ModelConformanceTests {
    private static let elsewhere: Set<EnginePromise> = [
        .aMissingImageIsSeenAndCannotBePulled, .aRenamedWorkloadIsFound,
        .whatAClaimHoldsIsMeasured, .logsAreRead,
    ]

    @Test(arguments: EnginePromise.allCases.filter { !elsewhere.contains($0) })
    func keeps(_ promise: EnginePromise) async throws {
        try await ClusterWorld.model { world, _ in try await promise.check(in: world) }
    }
}
