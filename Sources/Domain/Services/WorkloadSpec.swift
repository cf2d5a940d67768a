/// What an instance runs, copied from the catalog when it was subscribed to, so that a later
/// change of the catalog changes no one's service unasked.
package struct WorkloadSpec: Equatable, Sendable, Codable {
    package var image: String
    package var command: [String]?
    package var user: String?
    package var port: Int
    package var environment: [String: String]
    package var secrets: [SecretTemplate]
    package var volumes: [VolumeTemplate]
    package var health: HealthCheck
    package var stopTimeout: Duration
    package var limits: Limits

    package init(of service: CatalogService, variant: Variant) {
        image = service.image
        command = service.command
        user = service.user
        port = service.port
        environment = service.environment
        secrets = service.secrets
        volumes = service.volumes
        health = service.health
        stopTimeout = service.stopTimeout
        limits = variant.limits
    }
}
