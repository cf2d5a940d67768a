import Conformance
import DockerAPI
import Domain
import EngineDocker
import Logging
import NIOCore
import NIOPosix
import RealWorld
import Synchronization
import TestSupport
import Testing

/// A real Docker daemon, seen through an installation that lives for one test.
struct DockerWorld: EngineWorld {
    static let strangerLabel = "holdfast.test"
    /// Docker has addresses for about thirty networks, and each world takes one.
    fileprivate static let turnstile = Turnstile(places: 8)

    let install: String
    let client: DockerClient
    let docker: DockerEngine
    let lost: DockerEngine
    let service: CatalogService
    let firstWords = "good morning"

    var engine: any Engine { docker }
    var lostEngine: any Engine { lost }

    /// Runs `body` in a world of its own, and leaves nothing of it behind; in suites that are
    /// `inDockerWorld`.
    static func with(
        service: CatalogService = .busybox, backing: (any VolumeBacking)? = nil,
        _ body: (DockerWorld) async throws -> Void
    ) async throws {
        try #require(InTurn.hasCome)
        let world = try await DockerWorld(service, backing)
        do {
            try await body(world)
            try await world.tidy()
        } catch {
            try? await world.tidy()
            await world.close()
            throw error
        }
        await world.close()
    }

    private init(
        _ service: CatalogService, _ backing: (any VolumeBacking)?
    ) async throws {
        self.service = service
        install = "t" + Base32.word(8, from: RealRandomness())
        client = try DockerClient(Daemon.endpoint())
        docker = try Self.engine(at: Daemon.endpoint(), install, backing)
        lost = try Self.engine(at: DockerEndpoint(socket: "/nowhere/docker.sock"), install)
        if (try? await client.inspectImage(BusyboxImage.name)) == nil {
            try await load(BusyboxImage.tar())
        }
    }

    static func engine(
        at endpoint: DockerEndpoint, _ install: String, _ backing: (any VolumeBacking)? = nil
    ) throws -> DockerEngine {
        try DockerEngine(
            DockerEngineSettings(endpoint: endpoint, install: install), backing: backing,
            clock: RealClock(), randomness: RealRandomness(), logger: Logger(label: "test"))
    }

    /// Another engine of this installation. It must be closed.
    func engine(knowing forgotten: ForgottenRuns) throws -> DockerEngine {
        try DockerEngine(
            docker.settings, clock: RealClock(), randomness: RealRandomness(),
            logger: Logger(label: "test"), forgotten: forgotten)
    }

    func load(_ image: [UInt8]) async throws {
        let lines = try await client.loadImage(tar: image)
        while try await lines.next() != nil {}
    }

    func freePort() async throws -> Int {
        while true {
            let port = Self.nextPort.wrappingAdd(1, ordering: .relaxed).newValue
            let bootstrap = ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            if let channel = try? await bootstrap.bind(host: "127.0.0.1", port: port).get() {
                try await channel.close()
                return port
            }
        }
    }

    private static let nextPort = Atomic(21_000)

    private func tidy() async throws {
        for label in [Label.install, Self.strangerLabel] {
            let filters = Filters(["label": ["\(label)=\(install)"]])
            for container in try await client.listContainers(filters) {
                try? await client.killContainer(container.id)
                try await client.removeContainer(container.id)
            }
        }
        for volume in try await client.listVolumes()
        where volume.name.hasPrefix("hf-\(install)-") {
            try await client.removeVolume(
                under: .forTest(ClaimName(volume.name), uid: ClaimUID("any")))
        }
        for network in try await client.listNetworks() where network.name == "hf-\(install)" {
            try await client.removeNetwork(network.name)
        }
    }

    private func close() async {
        for engine in [docker, lost] { await engine.close() }
        await client.close()
    }
}

extension Trait where Self == InTurn {
    static func inDockerWorld(within limit: Duration) -> Self {
        InTurn(through: DockerWorld.turnstile, within: limit)
    }
}

extension CatalogService {
    /// A web server that must be able to write into its volume before it serves.
    static let busybox = CatalogService(
        name: "busybox", title: "Busybox", summary: "Serves a page.",
        image: BusyboxImage.name,
        command: [
            "/bin/busybox", "sh", "-c",
            """
            echo good morning
            echo run >>/srv/app/data/runs &&
            exec /bin/busybox httpd -f -p 8080 -h /www
            """,
        ],
        port: 8080, user: "1000:1000",
        volumes: [
            VolumeTemplate(
                name: "data", mountPath: "/srv/app/data",
                owner: FileOwner(user: 1000, group: 1000))
        ],
        health: HealthCheck(
            probe: .http(path: "/", headers: [:], status: nil), timeout: .seconds(5),
            startPeriod: .seconds(30)),
        stopTimeout: .seconds(5),
        variants: [
            Variant(
                name: "Basic",
                limits: Limits(
                    cpu: CPU(millicores: 500), memory: Bytes(32 << 20), processes: 32),
                volumeSizes: ["data": Bytes(16 << 20)])
        ])
}
