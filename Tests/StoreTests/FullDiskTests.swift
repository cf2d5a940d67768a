import Domain
import GRDB
import Glibc
import RealWorld
import StoreSQL
import TestSupport
import Testing

@testable import StoreSQLite

@Suite struct FullDiskTests {
    @Test func aFullDatabaseLeavesNothingHalfWritten() async throws {
        let database = try SQLiteDatabase.temporary(clock: ManualClock())
        let store = try await SQLStore(database)
        try await limit(database, toPagesMore: 8)
        let count = try await fill(store, at: database.pool.path)
        try await limit(database, toPagesMore: 1_000)
        try await expectWhole(store, count)
    }

    @Test(.enabled(if: SmallDisk.canBeMade, "needs the right to mount a file system"))
    func aFullDiskLeavesNothingHalfWritten() async throws {
        let disk = try SmallDisk(kilobytes: 1024)
        let database = try SQLiteDatabase(
            at: "\(disk.path)/holdfast.db", clock: ManualClock())
        let store = try await SQLStore(database)
        let count = try await fill(store, at: database.pool.path)
        try disk.grow(kilobytes: 8192)
        try await expectWhole(store, count)
        try database.pool.close()
    }

    /// Writes pairs of rows until there is no room for more; answers how many there are.
    private func fill(_ store: any Store, at path: String) async throws -> Int {
        try await store.write { try $0.insert(StoreFixtures.user()) }
        let bulk = String(repeating: "x", count: 3_000)
        for number in 1...1_000 {
            do {
                try await store.write { writer in
                    try writer.append(Self.event("first-\(number)", bulk))
                    try writer.append(Self.event("second-\(number)", bulk))
                }
            } catch StoreFailure.full(let why) {
                #expect(why.contains(path) && why.contains("Make room"))
                try await expectStillFull(store, bulk)
                return 2 * (number - 1)
            }
        }
        Issue.record("The disk never was full.")
        return 0
    }

    /// A body that goes on after the failure writes nothing either.
    private func expectStillFull(_ store: any Store, _ bulk: String) async throws {
        await #expect(throws: StoreFailure.self) {
            try await store.write { writer in
                try? writer.append(Self.event("swallowed", bulk + bulk + bulk))
                try? writer.append(Self.event("late", ""))
            }
        }
    }

    private func expectWhole(_ store: any Store, _ count: Int) async throws {
        let rows = try await store.read { try $0.audit(before: nil, limit: .max) }
        #expect(rows.count == count)
        #expect(count > 0)
        try await store.write { try $0.append(Self.event("after", "")) }
        let newest = try await store.read { try $0.audit(before: nil, limit: 1) }
        #expect(newest.first?.action == "after")
    }

    private static func event(_ action: String, _ bulk: String) -> AuditEvent {
        AuditEvent(
            at: StoreFixtures.at, actor: .system, action: action, subject: "user",
            subjectID: "user-1", details: ["bulk": bulk])
    }

    private func limit(_ database: SQLiteDatabase, toPagesMore pages: Int) async throws {
        try await database.pool.writeWithoutTransaction { writer in
            let present = try Int.fetchOne(writer, sql: "PRAGMA page_count") ?? 0
            try writer.execute(sql: "PRAGMA max_page_count = \(present + pages)")
        }
    }
}
