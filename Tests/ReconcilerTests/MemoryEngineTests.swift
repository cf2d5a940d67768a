import TestSupport
import Testing

/// The engine that the reconciler is tested with keeps the promises of a real one.
@Suite(.timeLimit(.minutes(1)))
struct MemoryEngineTests {
    @Test(arguments: EnginePromise.allCases)
    func keeps(_ promise: EnginePromise) async throws {
        try await promise.check(in: MemoryEngineWorld())
    }
}
