import Domain
import GRDB
import StoreSQL

/// Where episodes are played, one after the other: it keeps a database with the schema and the
/// people that every episode begins with. One thread at a time.
package final class Laboratory: @unchecked Sendable {
    private let queue: DatabaseQueue
    private let cast: Cast

    package init() throws {
        var configuration = Configuration()
        configuration.label = "simulation"
        configuration.foreignKeysEnabled = true
        // An episode is one savepoint, which stays open between two calls.
        configuration.allowsUnsafeTransactions = true
        queue = try DatabaseQueue(configuration: configuration)
        cast = try queue.inDatabase(Self.furnish)
    }

    private static func furnish(_ database: GRDB.Database) throws -> Cast {
        let clock = VirtualClock()
        let simulated = SimulatedDatabase(database, clock: clock)
        let made = Made()
        _ = SimulationExecutor(seed: 0).drive(by: clock) {
            do {
                try await simulated.migrate()
                made.cast = .success(try await Cast(in: SQLStore(migrated: simulated), clock))
            } catch {
                made.cast = .failure(error)
            }
        }
        guard let cast = made.cast else { throw Lost() }
        return try cast.get()
    }

    private final class Made: @unchecked Sendable {
        var cast: Result<Cast, any Error>?
    }

    /// Plays it once.
    ///
    /// - Parameters:
    ///   - isTold: Whether its story is to be kept, too.
    ///   - isLong: Whether it goes on until all windows and graces are over.
    package func play(
        _ script: Script, isTold: Bool = false, isLong: Bool = false
    ) throws -> Outcome {
        try perform(script, isTold: isTold, isLong: isLong) { await $0.run() }
    }

    func perform(
        _ script: Script, isTold: Bool = false, isLong: Bool = false,
        _ body: @Sendable @escaping (Performance) async -> Void
    ) throws -> Outcome {
        try queue.inDatabase { database in
            let clock = VirtualClock()
            let simulated = SimulatedDatabase(database, clock: clock)
            let executor = SimulationExecutor(seed: script.seed)
            let stage = Stage(
                script, executor: executor, clock: clock, database: simulated, cast: cast,
                isTold: isTold)
            let performance = Performance(script, on: stage, isLong: isLong)
            try simulated.begin("episode")
            defer { try? simulated.rollBack(to: "episode") }
            if !executor.drive(by: clock, { await body(performance) }) {
                stage.blame(
                    .standstill,
                    "nobody has anything to do, or no end of it, and the play is not over")
            }
            return Outcome(of: script, stage)
        }
    }
}
