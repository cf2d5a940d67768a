import Conformance
import Domain
import TestSupport
import Testing

/// The promises of the engine's port, with an API server and controllers in memory.
struct ModelConformanceTests {
    /// What is not on a real API server either, or is not modelled.
    private static let elsewhere = ClusterConformanceTests.elsewhere.merging([
        .aTakenPortIsToldApart: "the model gives every port to everybody"
    ]) { $1 }

    @Test(arguments: EnginePromise.allCases.filter { elsewhere[$0] == nil })
    func keeps(_ promise: EnginePromise) async throws {
        try await ClusterWorld.model { world, _ in try await promise.check(in: world) }
    }
}
