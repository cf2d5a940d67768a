package import Domain

/// What the engine has just now: `Engine.inventory`, and nothing else of an engine.
package typealias InventorySource =
    @Sendable () async throws(EngineFailure) -> Inventory
