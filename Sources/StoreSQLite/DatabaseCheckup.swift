package import Domain
import FoundationEssentials
import GRDB

/// Looks into a database without changing anything of it, also while a server runs on it.
package struct DatabaseCheckup: Equatable, Sendable {
    /// The number of the newest step of its schema.
    package var schema: Int
    /// What is wrong with it, as SQLite says it; empty when it is whole.
    package var damage: [String]
    /// The youngest moment that it has a record of.
    package var newest: Instant?

    /// - Parameter isHeld: Whether a server runs on it. Where none does and no log is left, SQLite
    ///   is told that nothing will change (https://sqlite.org/uri.html, `immutable`): it would
    ///   make files beside the database otherwise.
    /// - Throws: `StoreFailure` where it cannot be read at all.
    package init(of path: String, isHeld: Bool) throws(StoreFailure) {
        do {
            self = try Self.open(path, isHeld: isHeld).read { try Self(looking: $0) }
        } catch {
            throw StoreFailure(from: error, at: path)
        }
    }

    static func open(_ path: String, isHeld: Bool) throws -> DatabaseQueue {
        let isQuiet = !isHeld && !FileManager.default.fileExists(atPath: "\(path)-wal")
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(5)
        let file = "file:\(escaped(path))?mode=ro\(isQuiet ? "&immutable=1" : "")"
        return try DatabaseQueue(path: file, configuration: configuration)
    }

    private init(looking database: GRDB.Database) throws {
        damage = try String.fetchAll(database, sql: "PRAGMA quick_check").filter { $0 != "ok" }
        schema =
            try Int.fetchOne(database, sql: "SELECT MAX(number) FROM schema_migrations") ?? 0
        let moment = try? Int64.fetchOne(
            database,
            sql: """
                SELECT MAX(at) FROM (
                    SELECT MAX(at) AS at FROM audit UNION ALL SELECT MAX(at) FROM instance_events)
                """)
        newest = moment.flatMap { $0 }.map { Instant(milliseconds: $0) }
    }

    /// As the path of a URI.
    private static func escaped(_ path: String) -> String {
        path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
    }
}
