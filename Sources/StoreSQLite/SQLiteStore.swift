package import Domain
import StoreSQL

/// The store on SQLite, ready for use.
package enum SQLiteStore {
    /// The one in a data directory, which it holds for as long as it lives.
    package static func open(
        in directory: DataDirectory, clock: any WallClock
    ) async throws -> any Store {
        try await SQLStore(SQLiteDatabase(in: directory, clock: clock))
    }

    /// A new one that goes with the last reference to it.
    package static func temporary(clock: any WallClock) async throws -> any Store {
        try await SQLStore(SQLiteDatabase.temporary(clock: clock))
    }
}
