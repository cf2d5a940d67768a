import Domain
import GRDB
import StoreSQL
import TestSupport
import Testing

@testable import StoreSQLite

@Suite struct SQLiteDatabaseTests {
    private let clock = ManualClock()

    @Test(arguments: [
        ("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1"),
    ])
    func theWriterHas(_ setting: String, _ value: String) throws {
        let database = try SQLiteDatabase.temporary(clock: clock)
        let found = try database.pool.writeWithoutTransaction { writer in
            try Row.fetchOne(writer, sql: "PRAGMA \(setting)")?[0] as DatabaseValue?
        }
        #expect(found?.description.replacing("\"", with: "") == value)
    }

    @Test func whatIsReadIsNotWritten() async throws {
        let database = try SQLiteDatabase.temporary(clock: clock)
        let store = try await SQLStore(database)
        await #expect(throws: StoreFailure.self) {
            try await database.read { connection in
                _ = try connection.execute("UPDATE meta SET value = 'x'", [])
            }
        }
        #expect(try await store.read { try $0.value(.install) } == nil)
    }

    @Test func anIntegerColumnRefusesText() async throws {
        let database = try await filled()
        await #expect(throws: StoreFailure.self) {
            try await database.write { connection in
                _ = try connection.execute(
                    "UPDATE instances SET host_port = ?", [.text("eighty")])
            }
        }
    }

    @Test(arguments: [
        ("UPDATE audit SET actor = 'nobody'", "audit"), ("DELETE FROM audit", "audit"),
        ("DELETE FROM volumes", "volumes"), ("DELETE FROM tickets", "tickets"),
        ("DELETE FROM secrets", "secrets"), ("UPDATE audit_chain SET hash = 'x'", "audit_chain"),
        ("DELETE FROM audit_chain", "audit_chain"), ("DELETE FROM audit_head", "audit_head"),
    ])
    func theDatabaseItselfRefuses(_ act: String, on table: String) async throws {
        let database = try await filled()
        await #expect {
            try await database.write { _ = try $0.execute(act, []) }
        } throws: { error in
            "\(error)".contains("rows of \(table) refuse")
        }
    }

    @Test func theClockIsTheInjectedOne() async throws {
        let store = try await SQLStore(SQLiteDatabase.temporary(clock: clock))
        clock.advance(by: .seconds(77))
        #expect(try await store.read(\.now) == clock.now())
        #expect(try await store.write(\.now) == clock.now())
    }

    @Test func anotherProgramsLockIsCalledBusy() async throws {
        let scratch = try ScratchDirectory()
        let path = "\(scratch.path)/holdfast.db"
        let database = try SQLiteDatabase(
            at: path, clock: clock, patience: .milliseconds(10))
        let store = try await SQLStore(database)
        var lasting = Configuration()
        lasting.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: path, configuration: lasting)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await #expect {
            try await store.write { try $0.setValue("x", for: .install) }
        } throws: { error in
            if case StoreFailure.busy(let why) = error { why.contains(path) } else { false }
        }
        try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
        try await store.write { try $0.setValue("x", for: .install) }
    }

    @Test func damageIsToldAndNotGuessed() async throws {
        let database = try await filled()
        let store = try await SQLStore(database)
        #expect(try await store.read { try $0.instance(InstanceID("instance-1")) } != nil)
        try await database.write { connection in
            _ = try connection.execute("UPDATE instance_status SET phase = 'dancing'", [])
            _ = try connection.execute("UPDATE instances SET spec = '{}'", [])
        }
        await #expect {
            try await store.read { _ = try $0.status(of: InstanceID("instance-1")) }
        } throws: { error in
            "\(error)".contains("phase") && "\(error)".contains("dancing")
        }
        await #expect {
            try await store.read { _ = try $0.instance(InstanceID("instance-1")) }
        } throws: { error in
            "\(error)".contains("spec")
        }
    }

    /// A database with at least one row in each table that the tests look at.
    private func filled() async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase.temporary(clock: clock)
        try await StoreFixtures.fill(SQLStore(database))
        return database
    }
}
