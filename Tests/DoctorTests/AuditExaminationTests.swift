import Doctor
import Domain
import FoundationEssentials
import StoreSQLite
import TestSupport
import Testing

/// The audit trail in a data directory, without a server.
@Suite struct AuditExaminationTests {
    @Test func aDataDirectoryIsLookedIntoWhetherOrNotAServerRunsOnIt() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-audit-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let head = try await fill(folder) {
            let inspection = try AuditExamination.inspect(data: folder, expecting: nil)
            #expect(inspection.fault == nil && inspection.checked == 1)
            return inspection.last
        }
        let after = try AuditExamination.inspect(data: folder, expecting: head)
        #expect(after.fault == nil && after.last == head)
        let other = AuditHead(sequence: 1, hash: AuditHead.beginning.hash)
        #expect(
            try AuditExamination.inspect(data: folder, expecting: other).fault?.kind == .rewritten)
    }

    private func fill<Value>(_ folder: String, _ body: () throws -> Value) async throws -> Value {
        let store = try await SQLiteStore.open(
            in: DataDirectory(claiming: folder), clock: ManualClock())
        try await store.write { rows in
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: .system, action: "a.b", subject: "s", subjectID: "i"))
        }
        return try body()
    }

    @Test func whatIsNotThereIsSaidNotToBe() {
        #expect(throws: AuditExamination.Unreadable.self) {
            try AuditExamination.inspect(data: "/nowhere", expecting: nil)
        }
        #expect(throws: AuditExamination.Unreadable.self) {
            try AuditExamination.inspect(file: "/nowhere", expecting: nil)
        }
    }
}
