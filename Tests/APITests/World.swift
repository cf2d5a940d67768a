import API
import Domain
import Hummingbird
import HummingbirdTesting
import Operations
import StoreSQLite
import TestSupport
import Testing

/// The real router over the real control plane over a real, temporary store.
struct World: Sendable {
    static let password = "correct horse"

    let clock: ManualClock
    let store: any Store
    let shelf: CatalogShelf
    let plane: ControlPlane
    let tokens: AccessTokens
    let log = LogCapture()
    /// What services have printed.
    var printed: [LogLine] = []
    var logFailure: EngineFailure?
    /// What the engine has, or why it does not say.
    var inventory: Result<Inventory, EngineFailure> = .success(Inventory())
    /// Whether they go on, so that following them never ends by itself.
    var printsOn = false

    var proxies = TrustedProxies()

    /// What services print, as they print it, in place of `printed`.
    var tap: AsyncThrowingStream<LogLine, any Error>?

    /// Proves what a payment system tells.
    var isSignedPayment: SignatureCheck?

    /// - Parameters:
    ///   - wrap: Puts something between the plane and its store.
    ///   - offers: Reads the catalog's files anew.
    init(
        wrap: (any Store) -> any Store = { $0 },
        offers: @Sendable @escaping () throws -> Catalog = { Fixtures.catalog }
    ) async throws {
        clock = ManualClock()
        store = try await SQLiteStore.temporary(clock: clock)
        let randomness = SeededRandomness()
        shelf = CatalogShelf(
            Fixtures.catalog, from: "/etc/catalog", at: clock.now(), reader: offers)
        plane = ControlPlane(
            store: wrap(store), shelf: shelf, hasher: QuickHasher(),
            randomness: randomness,
            settings: PlaneSettings(
                install: "tested", address: PublicAddress(host: "services.test")))
        tokens = try await AccessTokens(
            key: AccessTokens.newKey(from: randomness), clock: clock, randomness: randomness)
    }

    var router: APIRouter {
        APIRouter(
            plane: plane, tokens: tokens, clock: clock, hasher: QuickHasher(),
            proxies: proxies, isSignedPayment: isSignedPayment,
            inventory: InventorySource { () throws(EngineFailure) in try inventory.get() },
            logs: { _, tail, _ in
                if let logFailure { throw logFailure }
                if let tap { return tap }
                let lines = printed.suffix(tail)
                return AsyncThrowingStream { stream in
                    for line in lines { stream.yield(line) }
                    if !printsOn { stream.finish() }
                }
            })
    }

    var application: Application<RouterResponder<APIContext>> {
        Application(
            router: router.build(),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            logger: log.logger)
    }

    /// Runs requests through the router, without a socket.
    func test(_ body: @Sendable (Client) async throws -> Void) async throws {
        try await application.test(.router) { try await body(Client(transport: $0)) }
    }

    func user(
        _ name: String = "ann", role: User.Role = .customer, mustChangePassword: Bool = false
    ) async throws -> User {
        _ = try await plane.seedUser(
            email: "\(name)@example.org", role: role, password: Self.password,
            mustChangePassword: mustChangePassword)
        return try #require(
            try await store.read { try $0.user(email: "\(name)@example.org") })
    }

    /// An access token of a new user.
    func login(
        _ name: String = "ann", role: User.Role = .customer, mustChangePassword: Bool = false
    ) async throws -> String {
        try await tokens.token(
            for: user(name, role: role, mustChangePassword: mustChangePassword))
    }

    /// Ends an operation, as the reconciler would.
    func end(_ id: String, as state: Domain.Operation.State = .succeeded) async throws {
        try await store.write { rows in
            guard var operation = try rows.operation(OperationID(id)) else { return }
            operation.state = state
            operation.endedAt = rows.now
            try rows.update(operation)
        }
    }

    func disable(_ name: String) async throws {
        try await store.write { rows in
            guard var user = try rows.user(email: "\(name)@example.org") else { return }
            user.disabledAt = rows.now
            try rows.update(user)
        }
    }

    func tell(_ text: String, of id: String) async throws {
        try await store.write { try $0.append(text, to: OperationID(id)) }
    }
}
