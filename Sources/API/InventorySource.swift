package import Domain

/// What an engine has of the installation, and nothing else of an engine.
package struct InventorySource: Sendable {
    private let seen: @Sendable () async throws(EngineFailure) -> Inventory
    private let known: @Sendable () async -> Recollection?

    /// - Parameters:
    ///   - known: As far as it is known without asking.
    ///   - seen: As a look finds it.
    package init(
        known: @Sendable @escaping () async -> Recollection? = { nil },
        seen: @Sendable @escaping () async throws(EngineFailure) -> Inventory
    ) {
        self.known = known
        self.seen = seen
    }

    package init(of engine: any Engine) {
        self.init(known: { await engine.recollection() }) { () throws(EngineFailure) in
            try await engine.inventory()
        }
    }

    /// Just now.
    func look() async throws(EngineFailure) -> Inventory { try await seen() }

    /// Without asking, where that is enough.
    ///
    /// - Parameter isLive: Whether it is not.
    func recall(at now: Instant, isLive: Bool) async throws(EngineFailure) -> Recollection {
        if !isLive, let known = await known() { return known }
        return Recollection(try await seen(), asOf: now)
    }
}
