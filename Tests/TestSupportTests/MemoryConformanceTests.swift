import Conformance
import Domain
import TestSupport
import Testing

/// The promises of the engine's port, in a world in memory: what is proved over it is worth
/// something only if it keeps them too.
@Suite(.timeLimit(.minutes(1))) struct MemoryConformanceTests {
    @Test(arguments: EnginePromise.allCases)
    func keeps(_ promise: EnginePromise) async throws {
        try await promise.check(in: MemoryEngineWorld())
    }
}
