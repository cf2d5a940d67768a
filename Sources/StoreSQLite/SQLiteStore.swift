package import Domain
import StoreSQL

/// The store on SQLite, ready for use.
package enum SQLiteStore {
    /// The one in a data directory, which it holds for as long as it lives; a new one only where
    /// there never was one.
    package static func open(
        in directory: DataDirectory, clock: any WallClock,
        breaker: CircuitBreaker = CircuitBreaker()
    ) async throws -> any Store {
        try directory.requireDatabase()
        let store = try await SQLStore(
            SQLiteDatabase(in: directory, clock: clock), breaker: breaker)
        try directory.markDatabase()
        return store
    }

    /// A new one that goes with the last reference to it.
    package static func temporary(clock: any WallClock) async throws -> any Store {
        try await SQLStore(SQLiteDatabase.temporary(clock: clock))
    }
}
