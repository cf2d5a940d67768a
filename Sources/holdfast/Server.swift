import API
import CatalogFiles
import Credentials
import DockerAPI
import Domain
import Foundation
import Hummingbird
import Logging
import Operations
import Reconciler
import ServiceLifecycle
import StoreSQLite

/// Joins the parts; decides nothing.
struct Server {
    let settings: Settings
    /// `nil` takes the one that the environment names.
    let engine: DockerEndpoint?
    private let onListening: @Sendable (_ address: String) -> Void
    let logger: Logger
    let clock: any WallClock
    let randomness = SystemRandomness()
    private let hasher: ScryptHasher

    init(
        settings: Settings, engine: DockerEndpoint? = nil,
        onListening: @escaping @Sendable (_ address: String) -> Void = { _ in }
    ) {
        self.settings = settings
        self.engine = engine
        self.onListening = onListening
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        var logger = Logger(label: "holdfast")
        logger.logLevel = settings.logLevel.level
        self.logger = logger
        hasher = ScryptHasher(randomness: randomness)
        let clock = SystemClock()
        self.clock = settings.clockShift.map { ShiftedClock(base: clock, file: $0) } ?? clock
    }

    func run() async throws {
        let keeper = try catalogKeeper()
        let plan = try NoticePlan(settings.notices)
        let isSignedPayment = try paymentCheck()
        let place = try place()
        let directory = try DataDirectory(claiming: settings.data)
        let store = try await SQLiteStore.open(
            in: directory, clock: clock,
            breaker: CircuitBreaker(perHour: settings.destructionsPerHour))
        let install = try await ControlPlane.fact(.install, in: store) { [randomness] in
            Base32.word(6, from: randomness)
        }
        let plane = ControlPlane(
            store: store, shelf: keeper.shelf, hasher: hasher, randomness: randomness,
            settings: planeSettings(install, plan.channels))
        let accounts = FirstAccounts(plane: plane, folder: directory.path)
        let welcome = Welcome(
            adminPassword: try await accounts.admin(),
            demoFile: settings.demoCustomer ? try await accounts.demo() : nil)
        try await withEngine(at: place, install) { engine in
            let router = try await router(plane, store, engine, isSignedPayment)
            let loop = ReconcilerService(loop: reconciler(store, engine, keeper.shelf))
            let sweep = SweepService(
                plane: plane, interval: settings.sweepInterval.duration, clock: clock,
                logger: logger)
            try await withCourier(plan, in: directory.path, store) { courier in
                let spare = SpareMemoryService(clock: clock)
                try await serve(router, [keeper, loop, sweep, courier, spare], welcome)
            }
        }
    }

    private func serve(
        _ router: APIRouter, _ others: [any Service], _ welcome: Welcome
    ) async throws {
        let host = settings.listen.host
        let application = router.application(
            at: .hostname(host, port: settings.listen.port),
            limits: ConnectionLimits(openFiles: OpenFiles.raiseLimit()), logger: logger
        ) { onListening(welcome.print(host: host, port: $0)) }
        var configuration = ServiceGroupConfiguration(
            services: ([application] + others).map {
                ServiceGroupConfiguration.ServiceConfiguration(service: $0)
            },
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.limitShutdown()
        try await ServiceGroup(configuration: configuration).run()
    }

    private func router(
        _ plane: ControlPlane, _ store: any Store, _ engine: any Engine,
        _ isSignedPayment: SignatureCheck?
    ) async throws -> APIRouter {
        let key = try await ControlPlane.fact(.tokenKey, in: store) { [randomness] in
            AccessTokens.newKey(from: randomness)
        }
        let tokens = try await AccessTokens(key: key, clock: clock, randomness: randomness)
        return APIRouter(
            plane: plane, tokens: tokens, clock: clock, hasher: hasher,
            proxies: settings.door.trustedProxies, isSignedPayment: isSignedPayment,
            inventory: InventorySource(of: engine)
        ) {
            try await engine.logs(of: $0, tail: $1, follow: $2)
        }
    }

    private func reconciler(
        _ store: any Store, _ engine: any Engine, _ shelf: CatalogShelf
    ) -> ReconcileLoop {
        ReconcileLoop(
            store: store, engine: engine, clock: clock, randomness: randomness,
            settings: ReconcilerSettings(
                address: address, hostPorts: settings.servicePorts.ports,
                workers: settings.engine.workers,
                lookInterval: settings.lookInterval.duration,
                measureInterval: settings.measureInterval.duration, orphanRule: orphanRule,
                catalog: { shelf.standing.catalog }),
            logger: logger)
    }

    /// With the catalog on its shelf; a server does not begin with a catalog that has mistakes.
    private func catalogKeeper() throws -> CatalogKeeper {
        let folder = settings.catalog
        let stamp = CatalogStamp(of: folder)
        let catalog = try CatalogLoader.load(from: folder)
        return CatalogKeeper(
            watch: CatalogWatch(
                folder: folder, every: settings.catalogInterval.duration, clock: clock),
            stamp: stamp,
            shelf: CatalogShelf(catalog, from: folder, at: clock.now()) {
                try CatalogLoader.load(from: folder)
            },
            clock: clock, logger: logger)
    }

    private func planeSettings(
        _ install: String, _ channels: [Notice.Channel]
    ) -> PlaneSettings {
        PlaneSettings(
            install: install, address: address, undoWindow: settings.undoWindow.duration,
            purgeWindow: settings.purgeWindow ?? .zero,
            period: settings.period, clockTolerance: settings.clockTolerance.duration,
            noticeChannels: channels, alertAddress: settings.alertMail,
            operationDeadline: settings.deadline.duration,
            hostPorts: settings.servicePorts.ports, orphanRule: orphanRule,
            loginLimits: settings.door.loginLimits)
    }

    private var orphanRule: OrphanRule { OrphanRule(span: settings.orphanSpan.duration) }

    private var address: PublicAddress {
        guard settings.engine == .kubernetes, let domain = settings.cluster.domain else {
            return PublicAddress(host: settings.publicHost)
        }
        return PublicAddress(scheme: "https", host: domain, naming: .names)
    }
}
