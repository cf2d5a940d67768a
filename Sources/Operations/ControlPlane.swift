package import Domain

/// The one door for people: allow, check, and record the wish.
///
/// Each verb writes the wish, the operation and the audit row in one transaction and returns; it
/// never talks to an engine. What it throws is a `Refusal`, in words for the person who asked, or
/// a `StoreFailure`.
package struct ControlPlane: Sendable {
    package let store: any Store
    package let settings: PlaneSettings
    let shelf: CatalogShelf
    let hasher: any PasswordHasher
    let randomness: any Randomness
    let gate: LoginGate

    package init(
        store: any Store, shelf: CatalogShelf, hasher: any PasswordHasher,
        randomness: any Randomness, settings: PlaneSettings
    ) {
        self.store = store
        self.shelf = shelf
        self.hasher = hasher
        self.randomness = randomness
        self.settings = settings
        gate = LoginGate(settings.loginLimits)
    }

    /// What has been committed since the call.
    package func changes() -> AsyncStream<StoreChange> { store.changes() }

    /// As it is now; a verb that looks twice may see two.
    var catalog: Catalog { shelf.standing.catalog }

    func makeID<Entity>(at now: Instant) -> Identifier<Entity> {
        .make(at: now, from: randomness)
    }

    /// Runs `make` once per idempotency key, and answers a repeat by `replay`.
    func once<Value>(
        _ context: RequestContext, in rows: any StoreWriter,
        replay: (String) throws -> Value, make: () throws -> (value: Value, result: String)
    ) throws -> Value {
        guard let repeatable = context.repeatable, let user = context.actor.userID else {
            return try make().value
        }
        let key = IdempotencyKey(userID: user, value: repeatable.key)
        if let record = try rows.idempotency(key) {
            guard record.fingerprint == repeatable.fingerprint else {
                throw Refusal.idempotencyMismatch(key: repeatable.key)
            }
            return try replay(record.result)
        }
        let made = try make()
        try rows.insert(
            IdempotencyRecord(
                key: key, fingerprint: repeatable.fingerprint, result: made.result,
                createdAt: rows.now))
        return made.value
    }
}
