import API
import Credentials
import Domain
import Hummingbird
import Logging
import Operations
import Reconciler
import StoreSQLite

/// The parts of a server, joined as `holdfast serve` joins them, with its default settings; only
/// the engine is another.
struct House {
    let store: any Store
    let engine = StillEngine()
    let service: CatalogService
    let clock = SystemClock()
    let randomness = SystemRandomness()
    private let catalog: Catalog
    private let logger: Logger
    private let address = PublicAddress(host: "localhost")
    private let hostPorts = 20_000...29_999

    init(_ offer: Offer) async throws {
        (catalog, service) = try offer.load()
        var logger = Logger(label: "holdfast-bench")
        logger.logLevel = .notice
        self.logger = logger
        store = try await SQLiteStore.temporary(clock: clock)
    }

    /// Lets everything run for as long as `body` does.
    func run<Value: Sendable>(
        _ body: @Sendable @escaping () async throws -> Value
    ) async throws -> Value {
        let application = try await router().application(
            at: .hostname("127.0.0.1", port: 0), logger: logger
        ) { _ in }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await application.runService()
                return nil
            }
            group.addTask {
                await loop().run()
                return nil
            }
            group.addTask { try await body() }
            defer { group.cancelAll() }
            while let ended = try await group.next() {
                if let value = ended { return value }
            }
            throw CancellationError()
        }
    }

    private func loop() -> ReconcileLoop {
        ReconcileLoop(
            store: store, engine: engine, clock: clock, randomness: randomness,
            settings: ReconcilerSettings(
                address: address, hostPorts: hostPorts, catalog: { [catalog] in catalog }),
            logger: logger)
    }

    /// The one door for people.
    var plane: ControlPlane {
        ControlPlane(
            store: store,
            shelf: CatalogShelf(catalog, from: "", at: clock.now()) { [catalog] in catalog },
            hasher: hasher, randomness: randomness,
            settings: PlaneSettings(
                install: "bench0", address: address, undoWindow: .seconds(72 * 3600),
                operationDeadline: .seconds(900), hostPorts: hostPorts))
    }

    private var hasher: ScryptHasher { ScryptHasher(randomness: randomness) }

    private func router() async throws -> APIRouter {
        let tokens = try await AccessTokens(
            key: AccessTokens.newKey(from: randomness), clock: clock, randomness: randomness)
        return APIRouter(
            plane: plane, tokens: tokens, clock: clock, hasher: hasher,
            inventory: InventorySource { Inventory() }
        ) {
            try await engine.logs(of: $0, tail: $1, follow: $2)
        }
    }
}
