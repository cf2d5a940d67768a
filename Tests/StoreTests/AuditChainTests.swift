import Domain
import GRDB
import StoreSQL
import TestSupport
import Testing

@testable import StoreSQLite

/// Whoever changes the audit in the database's file is found, and what they did is named by its
/// row. There are seven rows.
@Suite struct AuditChainTests {
    private let scratch: ScratchDirectory
    private let store: SQLStore
    private let path: String

    init() async throws {
        scratch = try ScratchDirectory()
        path = "\(scratch.path)/holdfast.db"
        store = try await SQLStore(SQLiteDatabase(at: path, clock: ManualClock()))
        for number in 1...7 {
            let actor = Actor(
                identity: .user(UserID("user-\(number)"), role: .customer), address: "192.0.2.7",
                requestID: number % 2 == 0 ? nil : "request-\(number)")
            try await store.write { rows in
                try rows.append(
                    AuditEvent(
                        at: rows.now, actor: actor, action: "thing.do", subject: "thing",
                        subjectID: "thing-\(number)", details: ["number": "\(number)"]))
            }
        }
    }

    /// By hand, with the triggers dropped, as somebody with the file would.
    private func meddle(_ statements: [String]) throws {
        let other = try DatabaseQueue(path: path)
        try other.write { database in
            for table in ["audit", "audit_chain", "audit_head"] {
                for act in ["update", "delete"] {
                    try database.execute(
                        sql: "DROP TRIGGER IF EXISTS \(table)_refuses_\(act)")
                }
            }
            for statement in statements { try database.execute(sql: statement) }
        }
    }

    /// What is found does not hang on how many rows are read at once.
    private func fault(expecting expected: AuditHead? = nil) async throws -> AuditFault? {
        var faults: [AuditFault?] = []
        for piece in [1, 2, 500] {
            let inspection = try await store.inspectAudit(expecting: expected, piece: piece)
            faults.append(inspection.fault)
        }
        #expect(faults.allSatisfy { $0 == faults[0] })
        return faults[0]
    }

    private func head() async throws -> AuditHead {
        try await store.inspectAudit().last
    }

    @Test func whatNobodyTouchedIsWhole() async throws {
        let inspection = try await store.inspectAudit(piece: 3)
        #expect(inspection.fault == nil)
        #expect(inspection.checked == 7)
        #expect(inspection.last.sequence == 7)
    }

    @Test(
        arguments: [
            "at = at + 1", "actor = 'user-9'", "role = 'admin'", "address = NULL",
            "address = '192.0.2.8'", "request_id = 'another'", "action = 'thing.undo'",
            "subject = 'user'", "subject_id = 'thing-9'", "details = '{\"number\":\"9\"}'",
            "details = details || ' '", "details = 'nonsense'",
        ], [1, 4, 7])
    func anEditIsNamed(_ edit: String, row: Int) async throws {
        try meddle(["UPDATE audit SET \(edit) WHERE sequence = \(row)"])
        let fault = try await fault()
        #expect(fault?.kind == .edited, "\(fault?.message ?? "nothing")")
        #expect(fault?.sequence == Int64(row))
    }

    @Test(arguments: [1, 4, 7])
    func aRemovedRowIsNamed(row: Int) async throws {
        try meddle(["DELETE FROM audit WHERE sequence = \(row)"])
        let fault = try await fault()
        #expect(fault?.kind == .removed)
        #expect(fault?.sequence == Int64(row))
    }

    /// With all that was kept of them, so that nothing but a gap is left.
    @Test(arguments: [("= 4", 4), ("BETWEEN 3 AND 5", 3), ("= 1", 1), ("= 7", 7), (">= 6", 6)])
    func aGapIsNamed(rows: String, first: Int64) async throws {
        try meddle([
            "DELETE FROM audit WHERE sequence \(rows)",
            "DELETE FROM audit_chain WHERE sequence \(rows)",
        ])
        let fault = try await fault()
        #expect(fault?.kind == .removed)
        #expect(fault?.sequence == first)
        if first == 6 { #expect(fault?.message == "Rows 6 to 7 were cut off at the end.") }
    }

    private static let insertion = """
        INSERT INTO audit (sequence, at, actor, role, action, subject, subject_id, details)
        SELECT %, at, actor, role, action, subject, subject_id, details FROM audit
        WHERE sequence = 2
        """

    @Test(arguments: [-3, 0, 8, 20])
    func anInsertedRowIsNamed(row: Int) async throws {
        try meddle([Self.insertion.replacing("%", with: "\(row)")])
        let bare = try await fault()
        #expect(bare?.kind == .inserted)
        #expect(bare?.sequence == Int64(row))
        try meddle(["INSERT INTO audit_chain SELECT \(row), hash FROM audit_chain LIMIT 1"])
        let dressed = try await fault()
        #expect(dressed?.kind == .inserted, "\(dressed?.message ?? "nothing")")
        #expect(dressed?.sequence == Int64(row))
    }

    /// Even with a hash that is reckoned right.
    @Test func aRowThatWasAddedRightButNotNotedIsNamed() async throws {
        let last = try await head()
        try meddle([Self.insertion.replacing("%", with: "8")])
        let link = try #require(
            try await store.read { try $0.auditLinks(after: 7, limit: 1) }.first)
        let text = try #require(link.record?.text(after: last.hash))
        try meddle(["INSERT INTO audit_chain VALUES (8, '\(AuditDigest.digest(text))')"])
        #expect(try await fault()?.kind == .inserted)
        #expect(try await fault()?.sequence == 8)
    }

    @Test func anInsertionThatMovesTheOthersIsNamed() async throws {
        try meddle([
            "UPDATE audit SET sequence = -sequence - 1 WHERE sequence > 3",
            "UPDATE audit SET sequence = -sequence WHERE sequence < 0",
            "UPDATE audit_chain SET sequence = -sequence - 1 WHERE sequence > 3",
            "UPDATE audit_chain SET sequence = -sequence WHERE sequence < 0",
            Self.insertion.replacing("%", with: "4"),
        ])
        let bare = try await fault()
        #expect(bare?.sequence == 4)
        let before = try await store.read { try $0.auditLinks(after: 2, limit: 2) }
        let text = try #require(before[1].record?.text(after: before[0].hash ?? ""))
        try meddle(["INSERT INTO audit_chain VALUES (4, '\(AuditDigest.digest(text))')"])
        let dressed = try await fault()
        #expect(dressed?.kind == .inserted)
        #expect(dressed?.sequence == 4)
    }

    private static func swap(_ table: String) -> [String] {
        [
            "UPDATE \(table) SET sequence = 100 WHERE sequence = 3",
            "UPDATE \(table) SET sequence = 3 WHERE sequence = 5",
            "UPDATE \(table) SET sequence = 5 WHERE sequence = 100",
        ]
    }

    @Test(arguments: [swap("audit"), swap("audit") + swap("audit_chain")])
    func anExchangeIsNamed(statements: [String]) async throws {
        try meddle(statements)
        let fault = try await fault()
        #expect(fault?.kind == .reordered)
        #expect(fault?.sequence == 3)
        #expect(fault?.message.contains("row 5") == true)
    }

    @Test func aMovedRowIsNamed() async throws {
        try meddle(["UPDATE audit SET sequence = 100 WHERE sequence = 3"])
        let fault = try await fault()
        #expect(fault?.kind == .reordered)
        #expect(fault?.sequence == 3)
    }

    @Test(arguments: [
        ("UPDATE audit_chain SET hash = 'x' WHERE sequence = 4", 4),
        ("UPDATE audit_chain SET hash = 'x' WHERE sequence = 7", 7),
        ("DELETE FROM audit_chain WHERE sequence = 1", 1),
        ("DELETE FROM audit_chain WHERE sequence = 4", 4),
        ("DELETE FROM audit_chain WHERE sequence = 7", 7),
        ("DELETE FROM audit_chain WHERE sequence IN (4, 5)", 4),
        ("INSERT INTO audit_chain VALUES (8, 'x')", 8),
        ("INSERT INTO audit_chain VALUES (-1, 'x')", -1),
    ])
    func aChangeOfTheChainIsNamed(_ statement: String, row: Int64) async throws {
        try meddle([statement])
        let fault = try await fault()
        #expect(fault?.kind == .rehashed, "\(fault?.message ?? "nothing")")
        #expect(fault?.sequence == row)
    }

    @Test func exchangedHashesAreNamed() async throws {
        try meddle(Self.swap("audit_chain"))
        let fault = try await fault()
        #expect(fault?.kind == .rehashed)
        #expect(fault?.sequence == 3)
    }

    @Test(arguments: [
        ("UPDATE audit_head SET hash = 'x'", AuditFault.Kind.head, 7),
        ("DELETE FROM audit_head", .head, 7),
        ("UPDATE audit_head SET sequence = 9", .removed, 8),
        ("UPDATE audit_head SET sequence = 5", .inserted, 6),
    ])
    func aChangeOfTheNoteIsNamed(
        _ statement: String, kind: AuditFault.Kind, row: Int64
    ) async throws {
        try meddle([statement])
        let fault = try await fault()
        #expect(fault?.kind == kind)
        #expect(fault?.sequence == row)
    }

    /// Whoever has the file can reckon everything anew; but not what was noted elsewhere.
    @Test func aTrailThatWasWrittenAnewIsNotTheOneThatWasNoted() async throws {
        let noted = try await head()
        try meddle(["UPDATE audit SET actor = 'nobody' WHERE sequence = 4"])
        try meddle(["DELETE FROM audit_chain", "DELETE FROM audit_head"])
        let links = try await store.read { try $0.auditLinks(after: 0, limit: 10) }
        var hash = AuditHead.beginning.hash
        for link in links {
            hash = AuditDigest.digest(try #require(link.record).text(after: hash))
            try meddle(["INSERT INTO audit_chain VALUES (\(link.sequence), '\(hash)')"])
        }
        try meddle(["INSERT INTO audit_head VALUES (1, 7, '\(hash)')"])
        #expect(try await fault() == nil)
        let fault = try await fault(expecting: noted)
        #expect(fault?.kind == .rewritten)
        #expect(fault?.sequence == 7)
    }

    @Test func whatWasNotedMustBeMetOnTheWay() async throws {
        let noted = try await head()
        try await store.write { rows in
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: .system, action: "a.b", subject: "c", subjectID: "d"))
        }
        #expect(try await fault(expecting: noted) == nil)
        #expect(try await fault(expecting: .beginning) == nil)
        let later = AuditHead(sequence: 9, hash: noted.hash)
        #expect(try await fault(expecting: later)?.kind == .rewritten)
        let wrong = AuditHead(sequence: 0, hash: noted.hash)
        #expect(try await fault(expecting: wrong)?.kind == .rewritten)
    }

    /// What is added later goes on from what is there, whatever was done to it.
    @Test func aTrailWithAGapGoesOn() async throws {
        try meddle([
            "DELETE FROM audit WHERE sequence = 7", "DELETE FROM audit_chain WHERE sequence = 7",
        ])
        try await store.write { rows in
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: .system, action: "a.b", subject: "c", subjectID: "d"))
        }
        let fault = try await fault()
        #expect(fault?.kind == .removed)
        #expect(fault?.sequence == 7)
    }
}
