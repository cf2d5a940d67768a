import Domain
import Operations

/// What can be subscribed to in a simulation: one service with one volume, and one with two.
enum CatalogOfPlay {
    static let services = ["notes", "forum"]
    static let variants = ["Basic", "Plus"]

    static func image(_ version: Int) -> String { "example/play:\(version)" }

    static func catalog(_ version: Int) -> Catalog {
        Catalog(services: [
            service("notes", version, ["data"]), service("forum", version, ["data", "media"]),
        ])
    }

    static func shelf(_ clock: VirtualClock) -> CatalogShelf {
        CatalogShelf(catalog(1), from: "the play", at: clock.now()) { catalog(1) }
    }

    private static func service(
        _ name: String, _ version: Int, _ volumes: [String]
    ) -> CatalogService {
        CatalogService(
            name: name, title: name, summary: "", image: image(version), port: 8080,
            environment: ["URL": "${url}", "KEY": "${secret.KEY}"],
            secrets: [SecretTemplate(name: "KEY", bytes: 8, survivesReset: true)],
            volumes: volumes.map { VolumeTemplate(name: $0, mountPath: "/\($0)") },
            health: HealthCheck(
                probe: .tcp, timeout: .seconds(2), startPeriod: .seconds(30)),
            stopTimeout: .seconds(10),
            variants: variants.enumerated().map { index, variant in
                Variant(
                    name: variant,
                    limits: Limits(
                        cpu: CPU(millicores: Int64(500 * (index + 1))), memory: Bytes(128 << 20),
                        processes: 64),
                    volumeSizes: Dictionary(
                        uniqueKeysWithValues: volumes.map { ($0, Bytes(Int64(index + 1) << 28)) }),
                    grace: Law.grace(of: variant))
            })
    }
}
