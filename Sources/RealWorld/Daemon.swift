package import DockerAPI
import Foundation
package import Testing

/// The Docker daemon that tests may use.
package enum Daemon {
    package static func endpoint() throws -> DockerEndpoint {
        try DockerEndpoint(environment: ProcessInfo.processInfo.environment)
    }

    @Sendable package static func answers() async throws -> Bool {
        let client = try DockerClient(endpoint())
        let version = try? await client.ping()
        await client.close()
        return version != nil
    }
}

extension Trait where Self == ConditionTrait {
    package static var needsDocker: Self {
        .enabled(
            """
            No Docker daemon answers (DOCKER_HOST, else /var/run/docker.sock). Run the tests by \
            scripts/with-docker.
            """
        ) { try await Daemon.answers() }
    }
}
