import Domain
import TestSupport
import Testing

@testable import StoreSQL
@testable import StoreSQLite

@Suite struct MigrationTests {
    private let database: SQLiteDatabase

    init() throws { database = try SQLiteDatabase.temporary(clock: ManualClock()) }

    @Test func theNumbersHaveNoGaps() {
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
    }

    @Test func eachIsAppliedOnce() async throws {
        try await database.migrate()
        try await database.migrate()
        let applied = try await database.read { connection in
            try connection.rows("SELECT number FROM schema_migrations ORDER BY number", [])
                .map { try $0.int("number") }
        }
        #expect(applied == Migration.all.map(\.number))
    }

    @Test func whatIsNewIsAddedToWhatIsThere() async throws {
        let store = try await SQLStore(database)
        try await StoreFixtures.fill(store)
        let next = Migration(Migration.all.count + 1, "a colour") { _ in
            ["ALTER TABLE users ADD COLUMN colour TEXT"]
        }
        try await database.migrate(Migration.all + [next])
        let user = try await store.read { try $0.user(StoreFixtures.user().id) }
        #expect(user == StoreFixtures.user())
    }

    @Test func aDatabaseOfANewerProgramIsRefused() async throws {
        let next = Migration(Migration.all.count + 1, "from the future") { _ in
            ["CREATE TABLE future (id TEXT)"]
        }
        try await database.migrate(Migration.all + [next])
        await #expect {
            _ = try await SQLStore(database)
        } throws: { error in
            "\(error)".contains("newer Holdfast") && "\(error)".contains("\(next.number)")
        }
    }

    @Test func oneThatFailsLeavesNothingBehind() async throws {
        let broken = Migration(1, "broken") { _ in
            ["CREATE TABLE half (id TEXT)", "CREATE TABLE half (id TEXT)"]
        }
        await #expect(throws: StoreFailure.self) { try await database.migrate([broken]) }
        let tables = try await database.read { connection in
            try connection.rows("SELECT name FROM sqlite_schema WHERE name = 'half'", [])
        }
        #expect(tables.isEmpty)
        let mended = Migration(1, "mended") { _ in ["CREATE TABLE half (id TEXT)"] }
        try await database.migrate([mended])
    }
}
