/// A container, in full.
package struct ContainerInspection: Decodable, Equatable, Sendable {
    package struct State: Decodable, Equatable, Sendable {
        package var status: String
        package var isOutOfMemory: Bool?
        package var exitCode: Int?
        package var error: String?
        /// RFC 3339; the year 1 where it was never started.
        package var startedAt: String?

        package init(
            status: String, isOutOfMemory: Bool? = nil, exitCode: Int? = nil,
            error: String? = nil, startedAt: String? = nil
        ) {
            self.status = status
            self.isOutOfMemory = isOutOfMemory
            self.exitCode = exitCode
            self.error = error
            self.startedAt = startedAt
        }

        private enum CodingKeys: String, CodingKey {
            case status = "Status"
            case isOutOfMemory = "OOMKilled"
            case exitCode = "ExitCode"
            case error = "Error"
            case startedAt = "StartedAt"
        }
    }

    package struct Config: Decodable, Equatable, Sendable {
        package var image: String?
        package var user: String?
        package var command: [String]?
        package var environment: [String]?
        package var labels: [String: String]?

        package init(
            image: String? = nil, user: String? = nil, command: [String]? = nil,
            environment: [String]? = nil, labels: [String: String]? = nil
        ) {
            self.image = image
            self.user = user
            self.command = command
            self.environment = environment
            self.labels = labels
        }

        private enum CodingKeys: String, CodingKey {
            case image = "Image"
            case user = "User"
            case command = "Cmd"
            case environment = "Env"
            case labels = "Labels"
        }
    }

    package struct NetworkSettings: Decodable, Equatable, Sendable {
        package var networks: [String: EndpointBody]?

        package init(networks: [String: EndpointBody]? = nil) { self.networks = networks }

        private enum CodingKeys: String, CodingKey { case networks = "Networks" }
    }

    package var id: String
    /// With a slash before it.
    package var name: String
    package var state: State
    package var config: Config
    package var host: HostConfig
    package var mounts: [MountPoint]?
    package var networkSettings: NetworkSettings?

    package init(
        id: String, name: String, state: State, config: Config = Config(),
        host: HostConfig = HostConfig(), mounts: [MountPoint]? = nil,
        networkSettings: NetworkSettings? = nil
    ) {
        self.id = id
        self.name = name
        self.state = state
        self.config = config
        self.host = host
        self.mounts = mounts
        self.networkSettings = networkSettings
    }

    private enum CodingKeys: String, CodingKey {
        case id = "Id"
        case name = "Name"
        case state = "State"
        case config = "Config"
        case host = "HostConfig"
        case mounts = "Mounts"
        case networkSettings = "NetworkSettings"
    }
}
