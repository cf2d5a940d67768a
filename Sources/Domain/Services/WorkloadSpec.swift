/// What an instance runs, copied from the catalog when it was subscribed to, so that a later
/// change of the catalog changes no one's service unasked.
package struct WorkloadSpec: Hashable, Sendable, Codable {
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

    /// Stands where there is none that could be read.
    package static let unreadable = WorkloadSpec(
        of: CatalogService(
            name: "", title: "", summary: "", image: "", port: 0, volumes: [],
            health: HealthCheck(probe: .tcp, timeout: .zero, startPeriod: .zero),
            stopTimeout: .zero, variants: []),
        variant: Variant(
            name: "", limits: Limits(cpu: CPU(millicores: 0), memory: Bytes(0), processes: 0),
            volumeSizes: [:]))

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

    /// What it says about a volume, which may have been made by an earlier one.
    package func template(of volume: Volume) -> VolumeTemplate {
        volumes.first { $0.name == volume.template.name } ?? volume.template
    }
}
