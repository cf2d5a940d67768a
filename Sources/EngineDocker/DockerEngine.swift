import DockerAPI
package import Domain
package import Logging
import Synchronization

/// Services as containers of one Docker engine, or of Podman behind Docker's API.
///
/// It must be closed before it is let go.
package final class DockerEngine: Engine {
    package let settings: DockerEngineSettings
    let client: DockerClient
    let prober: Prober
    let clock: any WallClock
    let randomness: any Randomness
    let logger: Logger
    /// Where new volumes get sizes that are enforced; `nil` where they are advisory.
    let backing: (any VolumeBacking)?
    let forgotten: ForgottenRuns
    let starters = Starters()
    /// A network is made in more than one step.
    let networkTurnstile = Turnstile(places: 1)
    /// A witness is looked for before it is made.
    let witnessTurnstile = Turnstile(places: 1)
    /// Whose claims were asked about: events of volumes carry no labels. For whispers only.
    let claimants = Mutex<[ClaimName: InstanceID]>([:])

    /// - Throws: where the certificates that the endpoint names cannot be read.
    package init(
        _ settings: DockerEngineSettings, backing: (any VolumeBacking)? = nil,
        clock: any WallClock, randomness: any Randomness, logger: Logger,
        forgotten: ForgottenRuns = ForgottenRuns()
    ) throws {
        self.settings = settings
        self.backing = backing
        self.clock = clock
        self.randomness = randomness
        self.logger = logger
        self.forgotten = forgotten
        client = try DockerClient(settings.endpoint)
        prober = Prober()
    }

    /// Ends all that is under way; nothing can be asked afterwards.
    package func close() async {
        await client.close()
        await prober.close()
    }

    package func greeting() async throws(EngineFailure) -> String {
        let version = try await ask { () throws(DockerError) in try await client.version() }
        let isPodman = (version.components ?? []).contains { $0.name.contains("Podman") }
        let api = version.apiVersion.map { " (API \($0))" } ?? ""
        let network = try await find { () throws(DockerError) in
            try await client.inspectNetwork(settings.network)
        }
        let isOpen = network.map { $0.options?[NetworkBody.isolation] != "false" } ?? false
        return "\(isPodman ? "Podman" : "Docker") \(version.version)\(api)"
            + (isOpen ? ", where services can reach one another's containers" : "")
    }

    /// Asks the engine, and tells its errors as the port has them.
    func ask<Answer>(
        _ question: () async throws(DockerError) -> Answer
    ) async throws(EngineFailure) -> Answer {
        do {
            return try await question()
        } catch {
            throw EngineFailure(error)
        }
    }

    /// Asks for something that may not be there.
    func find<Answer>(
        _ question: () async throws(DockerError) -> Answer
    ) async throws(EngineFailure) -> Answer? {
        do {
            return try await question()
        } catch {
            if error.status == 404 { return nil }
            throw EngineFailure(error)
        }
    }
}
