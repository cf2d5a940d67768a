import DockerAPI
import Foundation
import Testing

/// The Docker daemon that the tests may use.
enum Daemon {
    static let missing: Comment = """
        No Docker daemon answers (DOCKER_HOST, else /var/run/docker.sock), or /bin/busybox of \
        busybox-static is missing. Run the tests by scripts/with-docker.
        """

    static func endpoint() throws -> DockerEndpoint {
        try DockerEndpoint(environment: ProcessInfo.processInfo.environment)
    }

    @Sendable static func answers() async throws -> Bool {
        guard FileManager.default.fileExists(atPath: "/bin/busybox") else { return false }
        let client = try DockerClient(endpoint())
        let version = try? await client.ping()
        await client.close()
        return version != nil
    }
}

extension Trait where Self == ConditionTrait {
    static var needsDocker: Self {
        .enabled(Daemon.missing) { try await Daemon.answers() }
    }
}
