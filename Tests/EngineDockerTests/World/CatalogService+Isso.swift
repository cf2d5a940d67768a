import Domain
import RealWorld
import TestSupport

extension CatalogService {
    static let isso = CatalogService(
        name: "isso", title: "Isso", summary: "Keeps comments.", image: Isso.image, port: 8080,
        user: "1000:1000",
        volumes: [
            VolumeTemplate(
                name: "data", mountPath: "/data", owner: FileOwner(user: 1000, group: 1000))
        ],
        health: HealthCheck(
            probe: .http(path: "/info", headers: [:], status: 200), timeout: .seconds(5),
            startPeriod: .seconds(30)),
        stopTimeout: .seconds(10),
        variants: [
            Variant(
                name: "Basic",
                limits: Limits(
                    cpu: CPU(millicores: 500), memory: Bytes(128 << 20), processes: 64),
                volumeSizes: ["data": Bytes(100 << 20)])
        ])
}
