package import Domain

/// A small catalog and its like, for tests that need something to subscribe to.
package enum Fixtures {
    package static let variant = Variant(
        name: "Basic",
        limits: Limits(cpu: CPU(millicores: 500), memory: Bytes(128 << 20), processes: 64),
        volumeSizes: ["data": Bytes(250 << 20)])

    package static let larger = Variant(
        name: "Plus",
        limits: Limits(cpu: CPU(millicores: 1000), memory: Bytes(256 << 20), processes: 128),
        volumeSizes: ["data": Bytes(1 << 30)])

    package static let notes = CatalogService(
        name: "notes", title: "Notes", summary: "Keeps notes in one file.",
        image: "example/notes:1", port: 8080, user: "1000:1000",
        environment: [
            "NOTES_URL": "${url}", "NOTES_KEY": "${secret.KEY}",
            "NOTES_SALT": "${secret.SALT}",
        ],
        secrets: [
            SecretTemplate(name: "KEY", bytes: 16, survivesReset: true),
            SecretTemplate(name: "SALT", bytes: 16, survivesReset: false),
        ],
        volumes: [
            VolumeTemplate(
                name: "data", mountPath: "/data", owner: FileOwner(user: 1000, group: 1000))
        ],
        health: HealthCheck(
            probe: .http(path: "/", headers: [:], status: nil), timeout: .seconds(2),
            startPeriod: .seconds(30)),
        stopTimeout: .seconds(10), variants: [variant, larger])

    package static let catalog = Catalog(services: [notes])
}
