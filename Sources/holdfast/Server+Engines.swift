import DockerAPI
import Domain
import EngineDocker
import EngineKubernetes
import Foundation
import KubernetesAPI

/// Where services run.
extension Server {
    enum Place {
        case docker(DockerEndpoint)
        case kubernetes(KubernetesConfiguration)
    }

    /// - Throws: where the settings name none that can be spoken to.
    func place() throws -> Place {
        let environment = ProcessInfo.processInfo.environment
        switch settings.engine {
        case .docker: return .docker(try engine ?? DockerEndpoint(environment: environment))
        case .kubernetes:
            return .kubernetes(try settings.cluster.configuration(environment: environment))
        }
    }

    func withEngine(
        at place: Place, _ install: String, _ body: (any Engine) async throws -> Void
    ) async throws {
        switch place {
        case .docker(let endpoint): try await withDocker(at: endpoint, install, body)
        case .kubernetes(let cluster): try await withKubernetes(at: cluster, install, body)
        }
    }

    private func withDocker(
        at endpoint: DockerEndpoint, _ install: String,
        _ body: (any Engine) async throws -> Void
    ) async throws {
        let engine = try DockerEngine(
            DockerEngineSettings(
                endpoint: endpoint, install: install, publishAddress: settings.publish),
            backing: settings.volumeBacking.backing(in: settings.volumes),
            clock: clock, randomness: randomness, logger: logger)
        try await closing(engine.close) {
            try await engine.prepareBacking()
            try await body(engine)
        }
    }

    private func withKubernetes(
        at cluster: KubernetesConfiguration, _ install: String,
        _ body: (any Engine) async throws -> Void
    ) async throws {
        let engine = KubernetesEngine(
            settings.cluster.engine(of: install),
            client: try KubernetesClient(cluster, clock: clock, randomness: randomness),
            clock: clock, randomness: randomness, logger: logger)
        try await closing(engine.close) { try await body(engine) }
    }

    /// However `body` ends: the engine's connections must not be left open.
    private func closing(
        _ close: () async -> Void, _ body: () async throws -> Void
    ) async throws {
        do {
            try await body()
        } catch {
            await close()
            throw error
        }
        await close()
    }
}
