package import DockerAPI

/// How this installation uses its Docker engine.
package struct DockerEngineSettings: Equatable, Sendable {
    package var endpoint: DockerEndpoint
    /// Tells this installation's objects from those of another on the same engine.
    package var install: String
    /// The address of the host at which services are published.
    package var publishAddress: String

    package init(
        endpoint: DockerEndpoint = .standard, install: String,
        publishAddress: String = "127.0.0.1"
    ) {
        self.endpoint = endpoint
        self.install = install
        self.publishAddress = publishAddress
    }

    /// The one network of the installation.
    ///
    /// One for each customer would use up Docker's address pools, which hold about thirty
    /// networks unless configured otherwise.
    var network: String { "hf-\(install)" }

    /// Where this program reaches what the engine has published.
    package var probeHost: String {
        let everywhere = ["", "0.0.0.0", "::"]
        let isLoopback = publishAddress.hasPrefix("127.") || publishAddress == "::1"
        switch endpoint.address {
        case .socket: return everywhere.contains(publishAddress) ? "127.0.0.1" : publishAddress
        case .tcp(let host, _):
            return isLoopback || everywhere.contains(publishAddress) ? host : publishAddress
        }
    }

    func containerName(for workload: String) -> String { "hf-\(install)-\(workload)" }
}
