package import DockerAPI
import Domain

/// Finds the engine that a person means without having said so.
package struct EngineSearch: Sendable {
    /// How long one that is there may take to answer.
    private static let patience = Duration.seconds(3)

    private let environment: [String: String]

    package init(environment: [String: String]) { self.environment = environment }

    /// What `DOCKER_HOST` says, if it says something.
    package var named: String? { environment["DOCKER_HOST"].flatMap { $0.isEmpty ? nil : $0 } }

    /// Where engines listen unless told otherwise: Docker's, Podman's for all, Podman's for this
    /// user.
    package var usual: [String] {
        let runtime = environment["XDG_RUNTIME_DIR"].map { ["unix://\($0)/podman/podman.sock"] }
        return ["unix:///var/run/docker.sock", "unix:///run/podman/podman.sock"]
            + (runtime ?? [])
    }

    /// An engine by its `DOCKER_HOST`, with the certificates that the environment names.
    package func endpoint(of host: String) throws(DockerEndpointError) -> DockerEndpoint {
        try DockerEndpoint(environment: environment.merging(["DOCKER_HOST": host]) { $1 })
    }

    /// The first of `hosts` that answers.
    package func first(of hosts: [String]) async -> String? {
        for host in hosts where await answers(host) { return host }
        return nil
    }

    private func answers(_ host: String) async -> Bool {
        guard let endpoint = try? endpoint(of: host), let client = try? DockerClient(endpoint)
        else { return false }
        let version = await within(Self.patience) { try? await client.ping() } ?? nil
        await client.close()
        return version != nil
    }
}
