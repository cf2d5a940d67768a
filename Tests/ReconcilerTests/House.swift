import Domain
import Logging
import Operations
import Reconciler
import StoreSQLite
import TestSupport

/// The production's store, operations and reconciler around a world in memory.
struct House {
    let clock = ManualClock()
    let store: CountingStore
    let shelf: CatalogShelf
    let plane: ControlPlane
    let engine = MemoryEngine()
    private(set) var worker: InstanceWorker
    let context: RequestContext
    let actor: Actor

    static let ports = 20000...20009

    init(
        store make: (ManualClock) async throws -> any Store = {
            try await SQLiteStore.temporary(clock: $0)
        }
    ) async throws {
        let randomness = SeededRandomness()
        store = CountingStore(try await make(clock))
        let address = PublicAddress(host: "localhost")
        shelf = CatalogShelf(Fixtures.catalog, from: "tests", at: clock.now()) {
            Fixtures.catalog
        }
        plane = ControlPlane(
            store: store, shelf: shelf, hasher: PlainHasher(),
            randomness: randomness,
            settings: PlaneSettings(
                install: "test", address: address, clockTolerance: .days(1),
                hostPorts: Self.ports))
        worker = Self.worker(store, engine)
        _ = try await plane.seedUser(
            email: "anna@example.org", role: .customer, password: "secret",
            mustChangePassword: false)
        let user = try await plane.logIn(
            email: "anna@example.org", password: "secret", address: nil
        ).user
        actor = Actor(identity: .user(user.id, role: user.role))
        context = RequestContext(actor: actor)
    }

    private static func worker(_ store: any Store, _ engine: MemoryEngine) -> InstanceWorker {
        InstanceWorker(
            store: store, engine: engine, randomness: SeededRandomness(),
            settings: ReconcilerSettings(
                address: PublicAddress(host: "localhost"), hostPorts: ports),
            logger: logger)
    }

    /// A process that knows nothing of what those before it have seen.
    mutating func restart() { worker = Self.worker(store, engine) }

    static var logger: Logger {
        var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        logger.logLevel = .critical
        return logger
    }

    /// A subscription that has come to run.
    static func running() async throws -> (House, InstanceID) {
        let house = try await House()
        return (house, try await house.run())
    }

    /// The instance of a new subscription that has come to run.
    func run() async throws -> InstanceID {
        let id = try await subscribe().instanceID
        await settle(id)
        return id
    }

    func subscribe() async throws -> Operation {
        try await plane.subscribe(context, service: "notes", variant: "Basic")
    }

    /// Looks after the instance until nobody needs to look again soon, or it was looked at often;
    /// the clock moves by each pause.
    func settle(_ id: InstanceID, looks: Int = 60) async {
        for _ in 0..<looks {
            guard let pause = await worker.lookAfter(id) else { return }
            clock.advance(by: pause)
        }
    }

    func view(_ id: InstanceID) async throws -> SubscriptionView {
        let name = try await store.read { try $0.instance(id)?.name ?? "" }
        return try await plane.subscription(actor, name)
    }

    func operation(_ id: OperationID) async throws -> OperationView {
        try await plane.operation(actor, id)
    }

    func events(_ id: InstanceID) async throws -> [InstanceEvent] {
        try await store.read { try $0.events(of: id, before: nil, limit: 100) }
    }

    /// What the reconciler is to make true.
    func desired(_ id: InstanceID) async throws -> Desired {
        let view = try await view(id)
        return try await store.read { rows in
            Desired(
                instance: view.instance, volumes: view.volumes,
                secrets: try rows.secrets(of: id, generation: view.instance.generation),
                tickets: view.tickets, address: PublicAddress(host: "localhost"))
        }
    }

    /// The claims of the attached volumes.
    func claims(_ id: InstanceID) async throws -> [ClaimName] {
        try await view(id).volumes.filter { $0.state == .attached }.map(\.claim)
    }

    /// Lets the service write a file into its first volume.
    func write(_ text: String, _ id: InstanceID) async throws {
        let claim = try await claims(id)[0]
        engine.world { $0.claims[claim]?.files["note"] = text }
    }

    func note(_ id: InstanceID) async throws -> String? {
        let claim = try await claims(id)[0]
        return engine.world { $0.claims[claim]?.files["note"] }
    }

    /// Changes the one container of the instance, behind everybody's back.
    func meddle(
        _ id: InstanceID, _ body: @Sendable (inout MemoryWorld.Container) -> Void
    ) {
        engine.world { world in
            guard var container = world.containers(of: id).first else { return }
            body(&container)
            world.containers[container.id] = container
        }
    }
}
