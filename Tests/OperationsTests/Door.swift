import Domain
import Operations
import StoreSQLite
import TestSupport

/// The door for people over a store of its own, with an admin and two customers.
struct Door {
    let clock = ManualClock()
    let store: any Store
    let shelf: CatalogShelf
    let plane: ControlPlane
    let admin: RequestContext
    let anna: RequestContext
    let ben: RequestContext

    init(
        ports: ClosedRange<Int> = 20000...20009,
        store make: (ManualClock) async throws -> any Store = {
            try await SQLiteStore.temporary(clock: $0)
        }
    ) async throws {
        store = try await make(clock)
        shelf = CatalogShelf(Fixtures.catalog, from: "tests", at: clock.now()) {
            Fixtures.catalog
        }
        plane = ControlPlane(
            store: store, shelf: shelf, hasher: PlainHasher(),
            randomness: SeededRandomness(),
            settings: PlaneSettings(
                install: "test", address: PublicAddress(host: "localhost"), hostPorts: ports))
        admin = try await Self.context("admin@example.org", .admin, plane)
        anna = try await Self.context("anna@example.org", .customer, plane)
        ben = try await Self.context("ben@example.org", .customer, plane)
    }

    private static func context(
        _ email: String, _ role: User.Role, _ plane: ControlPlane
    ) async throws -> RequestContext {
        _ = try await plane.seedUser(
            email: email, role: role, password: "a password", mustChangePassword: false)
        let user = try await plane.logIn(email: email, password: "a password", address: nil).user
        return RequestContext(actor: Actor(identity: .user(user.id, role: role)))
    }

    /// The name of a new instance of Anna's, whose creation has ended.
    func instance() async throws -> String {
        let operation = try await plane.subscribe(anna, service: "notes", variant: "Basic")
        try await end(operation)
        return try await plane.operation(anna.actor, operation.id).instanceName
    }

    func end(_ operation: Operation) async throws {
        try await store.write { rows in
            var operation = operation
            operation.state = .succeeded
            operation.endedAt = rows.now
            try rows.update(operation)
        }
    }

    func audit() async throws -> [String] {
        try await store.read { try $0.audit(before: nil, limit: 200) }.map(\.action)
    }
}

extension RequestContext {
    func with(key: String, fingerprint: String = "f") -> RequestContext {
        RequestContext(
            actor: actor, repeatable: Repeatable(key: key, fingerprint: fingerprint))
    }

    func with(scope: APIToken.Scope) -> RequestContext {
        var context = self
        context.actor.scope = scope
        return context
    }
}
