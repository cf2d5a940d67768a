import Domain
import Logging

/// Knows whether the engine answers, and writes down each change of that.
struct EngineWatch {
    private let store: any Store
    private let engine: any Engine
    private let logger: Logger
    private var last: EngineHealth?
    private var looks = 0

    init(store: any Store, engine: any Engine, logger: Logger) {
        self.store = store
        self.engine = engine
        self.logger = logger
    }

    /// Asks once. True when the engine answers and did not before.
    mutating func look() async -> Bool {
        let (state, detail) = await answer()
        looks += 1
        // What it can do may change without a word: an admin adds a class of storage.
        let isKnown =
            last?.state == state && last?.detail == detail && !looks.isMultiple(of: Self.turns)
        let abilities = isKnown || state == .unreachable ? nil : try? await engine.abilities()
        // A question that we gave up ourselves says nothing about the engine.
        guard !Task.isCancelled else { return false }
        guard !isKnown else { return false }
        let hasCome = state == .reachable && last?.state != .reachable
        do {
            last = try await record(state, detail, abilities)
        } catch {
            logger.error("Cannot record the engine's health", metadata: ["error": "\(error)"])
        }
        return hasCome
    }

    /// How many looks go by until it is asked again what it can do.
    private static let turns = 100

    private func answer() async -> (EngineHealth.State, String) {
        do throws(EngineFailure) {
            return (.reachable, try await engine.greeting())
        } catch {
            return (.unreachable, error.message)
        }
    }

    private func record(
        _ state: EngineHealth.State, _ detail: String, _ abilities: EngineAbilities?
    ) async throws -> EngineHealth {
        // That it is there at the start is as expected, and no news.
        logger.log(
            level: last == nil && state == .reachable ? .info : .notice,
            "The engine is \(state.rawValue)", metadata: ["detail": .string(detail)])
        return try await store.write { rows in
            let known = try rows.engineHealth()
            let since = known?.state == state ? known?.since : nil
            let health = EngineHealth(
                state: state, since: since ?? rows.now, detail: detail,
                abilities: abilities ?? known?.abilities)
            if health != known { try rows.save(health) }
            return health
        }
    }
}
