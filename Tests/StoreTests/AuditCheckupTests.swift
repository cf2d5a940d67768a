import Domain
import GRDB
import StoreSQL
import TestSupport
import Testing

@testable import StoreSQLite

/// The audit trail of a stopped server, of one that runs, and of a copy.
@Suite struct AuditCheckupTests {
    private let scratch: ScratchDirectory
    private let path: String

    init() throws {
        scratch = try ScratchDirectory()
        path = "\(scratch.path)/holdfast.db"
    }

    private func fill() async throws -> SQLStore {
        let store = try await SQLStore(SQLiteDatabase(at: path, clock: ManualClock()))
        for number in 1...3 {
            try await store.write { rows in
                try rows.append(
                    AuditEvent(
                        at: rows.now, actor: .system, action: "a.b", subject: "s",
                        subjectID: "\(number)"))
            }
        }
        return store
    }

    @Test func itIsInspectedBesideAServerAndAfterIt() async throws {
        let head = try await withStore { store in
            let inspection = try AuditCheckup.inspect(path, isHeld: true, expecting: nil)
            #expect(inspection.fault == nil && inspection.checked == 3)
            return inspection.last
        }
        let after = try AuditCheckup.inspect(path, isHeld: false, expecting: head)
        #expect(after.fault == nil && after.checked == 3)
        try await DatabaseQueue(path: path).write { database in
            try database.execute(sql: "DROP TRIGGER audit_refuses_update")
            try database.execute(sql: "UPDATE audit SET actor = 'x' WHERE sequence = 2")
        }
        let changed = try AuditCheckup.inspect(path, isHeld: false, expecting: head)
        #expect(changed.fault?.kind == .edited && changed.fault?.sequence == 2)
    }

    private func withStore<Value>(_ body: (SQLStore) throws -> Value) async throws -> Value {
        let store = try await fill()
        return try body(store)
    }

    @Test func whatHasNoChainIsSaidToHaveNone() async throws {
        let database = try SQLiteDatabase(at: path, clock: ManualClock())
        try await database.migrate(Array(Migration.all.prefix(3)))
        #expect {
            try AuditCheckup.inspect(path, isHeld: true, expecting: nil)
        } throws: { error in
            (error as? StoreFailure)?.message.contains("no hashes") == true
        }
    }

    @Test func whatIsNoDatabaseIsSaidToBeNone() throws {
        try PrivateFile.make(at: path)
        #expect(throws: StoreFailure.self) {
            try AuditCheckup.inspect(path, isHeld: false, expecting: nil)
        }
        #expect(throws: StoreFailure.self) {
            try AuditCheckup.inspect("\(scratch.path)/none.db", isHeld: false, expecting: nil)
        }
    }
}
