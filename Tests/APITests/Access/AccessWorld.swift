import API
import Domain
import Hummingbird
import Testing
import Wire

/// A world in which everybody has come once, and the owner has something of each kind.
struct AccessWorld {
    let world: World
    private var credentials: [Visitor: String] = [:]
    private var ids: [AccessTable.Thing: String] = [.service: "notes"]
    /// What nobody but the owner and admins may hear of.
    private(set) var secrets: [String] = []

    init() async throws {
        var world = try await World()
        world.isSignedPayment = { _, _, _, _ in false }
        self.world = world
        credentials[.late] = try await world.login("late")
        world.clock.advance(by: .seconds(16 * 60))
        for (visitor, role) in [
            (Visitor.owner, User.Role.customer), (.stranger, .customer), (.admin, .admin),
            (.disabled, .customer),
        ] {
            credentials[visitor] = try await world.login(visitor.name, role: role)
        }
        credentials[.newcomer] = try await world.login("newcomer", mustChangePassword: true)
        credentials[.newAdmin] = try await world.login(
            "chief", role: .admin, mustChangePassword: true)
        ids[.user] = try await world.user("victim").id.rawValue
        try await makeTokens()
        try await world.disable("disabled")
    }

    private mutating func makeTokens() async throws {
        let now = world.clock.now()
        for (visitor, owner, scope) in [
            (Visitor.ownerReads, "owner", APIToken.Scope.read), (.ownerOperates, "owner", .operate),
            (.ownerRules, "owner", .admin), (.adminReads, "admin", .read),
            (.adminOperates, "admin", .operate), (.adminRules, "admin", .admin),
            (.disabledToken, "disabled", .admin),
        ] {
            credentials[visitor] = try await token(visitor.name, of: owner, scope).secret
        }
        credentials[.expired] =
            try await token("expired", of: "owner", .admin, endsAt: now).secret
        credentials[.revoked] =
            try await token("revoked", of: "owner", .admin, revokedAt: now).secret
        ids[.token] = try await token("spare", of: "owner", .read).id.rawValue
    }

    /// Also such as nobody could make for themselves: a role may change after it was made.
    private func token(
        _ name: String, of owner: String, _ scope: APIToken.Scope, endsAt: Instant? = nil,
        revokedAt: Instant? = nil
    ) async throws -> (id: APITokenID, secret: String) {
        let (id, secret) = (APITokenID("token-\(name)"), "hft_\(name)")
        try await world.store.write { rows in
            let user = try #require(try rows.user(email: "\(owner)@example.org"))
            try rows.insert(
                APIToken(
                    id: id, userID: user.id, name: name, scope: scope,
                    tokenDigest: QuickHasher().digest(secret), createdAt: rows.now,
                    expiresAt: endsAt, revokedAt: revokedAt))
        }
        return (id, secret)
    }

    /// The owner subscribes; with that done, nothing goes on.
    mutating func furnish(_ client: Client) async throws {
        let made = try await self.client(.owner, client).subscribe()
        try await world.end(made.id)
        ids[.subscription] = made.subscriptionId
        ids[.operation] = made.id
        secrets = [made.subscriptionId, made.id, made.instance, ids[.token] ?? ""]
    }

    func client(_ visitor: Visitor, _ client: Client) -> Client {
        client.with(credentials[visitor])
    }

    /// The answer to the contract's own example, about what is the owner's.
    ///
    /// - Parameter id: Of something else instead.
    func ask(
        _ table: AccessTable, as visitor: Visitor, _ client: Client, about id: String? = nil,
        _ headers: [String: String] = [:]
    ) async throws -> Answer {
        let id = id ?? table.thing.flatMap { ids[$0] } ?? "x"
        let path = table.endpoint.path.replacing(/\{\w+\}/, with: id)
        return try await self.client(visitor, client).send(
            table.endpoint.method, path, headers, table.endpoint.exampleBody())
    }
}

extension Visitor {
    /// Fit for an address.
    fileprivate var name: String { "\(self)".lowercased() }
}
