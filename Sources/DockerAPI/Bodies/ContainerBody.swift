/// A container to be made. https://docs.docker.com/engine/api/v1.41/#operation/ContainerCreate
package struct ContainerBody: Encodable, Equatable, Sendable {
    package var image: String
    package var hostname: String?
    package var user: String?
    package var command: [String]?
    package var environment: [String]
    package var labels: [String: String]
    /// `8080/tcp`. A binding of a port that is not exposed is ignored without a word.
    package var exposedPorts: [String: EmptyBody]
    /// Seconds.
    package var stopTimeout: Int?
    package var host: HostConfig
    package var networking: NetworkingBody?

    package init(
        image: String, hostname: String? = nil, user: String? = nil, command: [String]? = nil,
        environment: [String] = [], labels: [String: String] = [:],
        exposedPorts: [String: EmptyBody] = [:], stopTimeout: Int? = nil,
        host: HostConfig = HostConfig(), networking: NetworkingBody? = nil
    ) {
        self.image = image
        self.hostname = hostname
        self.user = user
        self.command = command
        self.environment = environment
        self.labels = labels
        self.exposedPorts = exposedPorts
        self.stopTimeout = stopTimeout
        self.host = host
        self.networking = networking
    }

    private enum CodingKeys: String, CodingKey {
        case image = "Image"
        case hostname = "Hostname"
        case user = "User"
        case command = "Cmd"
        case environment = "Env"
        case labels = "Labels"
        case exposedPorts = "ExposedPorts"
        case stopTimeout = "StopTimeout"
        case host = "HostConfig"
        case networking = "NetworkingConfig"
    }
}
