/// A service that can be subscribed to, and what must be true for it to keep its data.
package struct CatalogService: Equatable, Sendable {
    /// Lower case, digits and hyphens; part of every instance's name.
    package var name: String
    package var title: String
    package var summary: String
    /// Why this service is not to be relied on yet, in words for customers.
    package var experimental: String?
    package var image: String
    /// Replaces the image's command; `nil` keeps it.
    package var command: [String]?
    /// The port inside the container on which the service speaks HTTP.
    package var port: Int
    /// `uid` or `uid:gid`; `nil` keeps the image's own.
    package var user: String?
    /// Values may hold `${host}`, `${port}`, `${url}` and `${secret.NAME}`.
    package var environment: [String: String]
    package var secrets: [SecretTemplate]
    package var volumes: [VolumeTemplate]
    package var health: HealthCheck
    /// How long the service may take to shut down before it is killed.
    package var stopTimeout: Duration
    package var consistency: ConsistencyMethod
    package var variants: [Variant]

    package init(
        name: String, title: String, summary: String, experimental: String? = nil,
        image: String, command: [String]? = nil, port: Int, user: String? = nil,
        environment: [String: String] = [:], secrets: [SecretTemplate] = [],
        volumes: [VolumeTemplate], health: HealthCheck, stopTimeout: Duration,
        consistency: ConsistencyMethod = .stop, variants: [Variant]
    ) {
        self.name = name
        self.title = title
        self.summary = summary
        self.experimental = experimental
        self.image = image
        self.command = command
        self.port = port
        self.user = user
        self.environment = environment
        self.secrets = secrets
        self.volumes = volumes
        self.health = health
        self.stopTimeout = stopTimeout
        self.consistency = consistency
        self.variants = variants
    }

    package func variant(_ name: String) -> Variant? {
        variants.first { $0.name == name }
    }
}
