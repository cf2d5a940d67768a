import CatalogFiles
import Domain
import FoundationEssentials
import Testing

@Suite("The catalog that is shipped") struct ShippedCatalogTests {
    /// From this file up to the package, and down to its catalog.
    private static let folder =
        #filePath
        .split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/catalog"

    private let catalog: Catalog

    init() throws { catalog = try CatalogLoader.load(from: Self.folder) }

    @Test("has fourteen services") func names() {
        #expect(
            catalog.services.map(\.name) == [
                "actual", "freshrss", "ghost", "gitea", "grafana", "isso", "linkding", "memos",
                "n8n", "nocodb", "ntfy", "uptime-kuma", "vaultwarden", "wordpress",
            ])
    }

    @Test("gives two volumes to those that need two", arguments: ["freshrss", "gitea", "ntfy"])
    func twoVolumes(_ name: String) throws {
        let service = try #require(catalog.service(name))
        #expect(service.volumes.count == 2)
        for variant in service.variants {
            #expect(Set(variant.volumeSizes.keys) == Set(service.volumes.map(\.name)))
        }
    }

    @Test("stops for a copy where files must fit each other", arguments: ["actual", "gitea"])
    func stopping(_ name: String) throws {
        #expect(try #require(catalog.service(name)).consistency == .stop)
    }

    @Test(
        "gives each variant the size and place that was promised",
        arguments: [
            ("n8n", "Basic", 250, "/home/node/.n8n"), ("n8n", "Plus", 500, "/home/node/.n8n"),
            ("n8n", "Pro", 1024, "/home/node/.n8n"),
            ("ghost", "Basic", 500, "/var/lib/ghost/content"),
            ("wordpress", "Free", 250, "/var/www/html"), ("isso", "Free", 100, "/data"),
            ("isso", "Basic", 250, "/data"),
        ] as [(String, String, Int64, String)])
    func sizes(_ name: String, _ variant: String, _ mebibytes: Int64, _ path: String) throws {
        let service = try #require(catalog.service(name))
        let sizes = try #require(service.variant(variant)).volumeSizes
        #expect(sizes == ["data": Bytes(mebibytes << 20)])
        #expect(service.volumes.map(\.mountPath) == [path])
    }

    @Test("keeps n8n's key through a reset") func key() throws {
        let n8n = try #require(catalog.service("n8n"))
        #expect(n8n.environment["N8N_ENCRYPTION_KEY"] == "${secret.ENCRYPTION_KEY}")
        #expect(
            n8n.secrets == [SecretTemplate(name: "ENCRYPTION_KEY", bytes: 32, survivesReset: true)])
    }

    @Test("reads every kind of value") func values() throws {
        let ghost = try #require(catalog.service("ghost"))
        #expect(ghost.stopTimeout == .seconds(75))
        #expect(ghost.consistency == .sqlite)
        #expect(ghost.user == "1000:1000")
        #expect(ghost.volumes.first?.owner == FileOwner(user: 1000, group: 1000))
        #expect(ghost.environment["database__useNullAsDefault"] == "true")
        #expect(ghost.experimental?.contains("MySQL") == true)
        let probe = HealthCheck.Probe.http(
            path: "/ghost/api/admin/site/", headers: ["X-Forwarded-Proto": "https"], status: nil)
        #expect(
            ghost.health
                == HealthCheck(probe: probe, timeout: .seconds(5), startPeriod: .seconds(180)))
        let wordpress = try #require(catalog.service("wordpress"))
        #expect(wordpress.health.probe == .tcp)
        #expect(wordpress.secrets.count == 8)
        #expect(
            wordpress.variant("Free")?.limits
                == Limits(
                    cpu: CPU(millicores: 500), memory: Bytes(512 << 20), processes: 256))
    }
}
