import Wire

extension Inventory {
    /// Asks both: Holdfast first, so that what it says is not newer than what the engine has.
    init(of house: House) async throws {
        let subscriptions: [SubscriptionReply] = try await house.all(
            "subscriptions", by: house.visitor)
        let docker = house.install.docker
        services = subscriptions.map(\.instance)
        // What tells the epoch is no service's.
        let present = try await docker.listContainers()
            .filter { $0.labels?["holdfast.witness"] == nil }
        containers = present.map { container in
            Container(
                id: String(container.id.prefix(12)),
                instance: container.labels?["holdfast.instance"],
                isRunning: container.state == "running",
                volumes: container.mounts?.compactMap(\.name) ?? [])
        }
        volumes = Set(try await docker.listVolumes().map(\.name))
        networks = try await docker.listNetworks().map(\.name).filter { $0.hasPrefix("hf-") }
    }
}
