import AsyncHTTPClient
import RealWorld
import Testing

/// Holdfast, the services' containers and the Docker daemon are killed at random moments of every
/// verb, and nothing that was promised is broken.
///
/// `HOLDFAST_SOAK_CYCLES` and `HOLDFAST_SOAK_SEED` make it longer, or another one.
@Suite(
    .needsMortalDaemon, .needsIsso, .inInstall(within: .seconds(600 + 60 * SoakSettings.cycles)))
struct SoakTests {
    @Test func everythingIsKilledAndNothingIsLost() async throws {
        let schedule = Schedule(seed: SoakSettings.seed, cycles: SoakSettings.cycles)
        // Who asks a port where nobody listens is to be told so at once.
        var configuration = HTTPClient.Configuration()
        configuration.connectionPool.retryConnectionEstablishment = false
        let client = HTTPClient(configuration: configuration)
        do {
            try await Install.with { install in
                try await Soak(schedule, in: install, client: client).run()
            }
        } catch {
            try await client.shutdown()
            throw error
        }
        try await client.shutdown()
    }
}
