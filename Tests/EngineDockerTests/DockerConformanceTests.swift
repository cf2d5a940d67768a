import Conformance
import RealWorld
import TestSupport
import Testing

/// The promises of the engine's port, on a real daemon.
@Suite(.needsDocker, .needsBusybox, .inDockerWorld(within: .seconds(180)))
struct DockerConformanceTests {
    @Test(arguments: EnginePromise.allCases)
    func keeps(_ promise: EnginePromise) async throws {
        try await DockerWorld.with { try await promise.check(in: $0) }
    }
}
