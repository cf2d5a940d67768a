import Domain
import Foundation
import StoreSQLite
import TestSupport
import Testing

@testable import Doctor

/// Looks at real folders, databases and sockets, with no engine.
@Suite("Looking") struct ExaminationTests {
    private final class Folder: Sendable {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-doctor-\(UUID().uuidString.prefix(8))").path()

        var data: String { "\(path)/data" }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        /// Everything below.
        func state() throws -> [String: Seen] {
            let names = try FileManager.default.subpathsOfDirectory(atPath: path)
            return try Dictionary(
                uniqueKeysWithValues: names.map { ($0, try Seen("\(path)/\($0)")) })
        }
    }

    /// A file or folder as it was at one moment.
    private struct Seen: Equatable {
        var content: Data?
        var changed: Date?

        /// Of the index that readers share, only that it is there: each leaves its mark in it
        /// (https://sqlite.org/walformat.html), and that becomes a moment of change whenever the
        /// kernel has written the page out in between.
        init(_ path: String) throws {
            let file = try FileManager.default.attributesOfItem(atPath: path)
            guard !path.hasSuffix("-shm") else { return }
            content = FileManager.default.contents(atPath: path)
            changed = file[.modificationDate] as? Date
        }
    }

    private func examination(_ folder: Folder) -> Examination {
        Examination(
            program: "1", data: folder.data, volumes: nil, catalog: "\(folder.path)/none",
            ports: 1...2,
            publish: "127.0.0.1", publicHost: "localhost", server: "http://127.0.0.1:1",
            knownEngine: nil, environment: ["DOCKER_HOST": "unix://\(folder.path)/no.sock"],
            notices: Examination.NoticeSettings(mail: .none, webhook: .none, templates: nil),
            clock: ManualClock())
    }

    @Test("finds nothing where nothing is, and makes nothing") func nothing() async {
        let folder = Folder()
        let facts = await examination(folder).facts { _ in nil }
        #expect(facts.data.place == .missing(canBeMade: true))
        #expect(facts.engine?.silence != nil)
        #expect(facts.server.answer == .silence)
        #expect(facts.catalog.mistakes.count == 1)
        #expect(facts.disks.count == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.path))
    }

    @Test("looks at a cluster in place of an engine, where services run in one")
    func cluster() async {
        let folder = Folder()
        var examination = examination(folder)
        examination.cluster = ClusterExamination(
            at: 1, entrance: .ports(30_000...32_767, publicHost: "h"))
        let facts = await examination.facts { _ in nil }
        #expect(facts.engine == nil && facts.ports == nil && facts.address == nil)
        #expect(facts.findings.contains { $0.subject == .cluster && $0.verdict == .problem })
    }

    @Test("finds a server's database whole while it runs, and changes nothing")
    func running() async throws {
        let folder = Folder()
        let clock = ManualClock()
        let store = try await SQLiteStore.open(
            in: DataDirectory(claiming: folder.data), clock: clock)
        let before = try folder.state()
        let (facts, _) = examination(folder).examineData()
        #expect(facts.holder == .process("process \(ProcessInfo.processInfo.processIdentifier)"))
        #expect(facts.database == .read(schema: facts.knownSchema, damage: []))
        #expect(try folder.state() == before)
        _ = try await store.read { try $0.value(.install) }
    }

    @Test("finds a database that nobody runs on, and leaves no file beside it")
    func resting() async throws {
        let folder = Folder()
        do {
            _ = try await SQLiteStore.open(
                in: DataDirectory(claiming: folder.data), clock: ManualClock())
        }
        // The library closes it a moment after it was let go.
        while try DataDirectory.holder(of: folder.data) != nil
            || FileManager.default.fileExists(atPath: "\(folder.data)/holdfast.db-wal")
        {
            try await Task.sleep(for: .milliseconds(10))
        }
        let before = try folder.state()
        let (facts, _) = examination(folder).examineData()
        #expect(facts.holder == .nobody)
        #expect(facts.database == .read(schema: facts.knownSchema, damage: []))
        #expect(try folder.state() == before)
        try FileManager.default.removeItem(atPath: "\(folder.data)/holdfast.db")
        #expect(
            examination(folder).examineData().0.database
                == .lost("\(folder.data)/holdfast.kept"))
    }

    @Test("finds a database damaged, or no folder") func damaged() throws {
        let folder = Folder()
        try FileManager.default.createDirectory(
            atPath: folder.data, withIntermediateDirectories: true)
        try Data("no database at all, but long enough".utf8)
            .write(to: URL(filePath: "\(folder.data)/holdfast.db"))
        let facts = examination(folder).examineData().0
        guard case .read(_, let damage) = facts.database else {
            Issue.record("\(facts.database)")
            return
        }
        #expect(damage.first?.contains("damaged") == true)
        var other = examination(folder)
        other.data = "\(folder.data)/holdfast.db"
        #expect(other.examineData().0.place == .notFolder)
    }

    @Test("reads an engine's clock") func clock() {
        let noon = Instant(milliseconds: 1_800_000_000_000)
        #expect(Examination.instant("2027-01-15T08:00:00.123456789Z") == noon)
        #expect(Examination.instant("2027-01-15T10:00:00+02:00") == noon)
        #expect(Examination.instant("soon") == nil)
    }

    @Test("sees who listens, what is left of a path, and the machine") func machine() {
        #expect(Examination.nearest("/etc/no/such") == "/etc")
        #expect(Examination.nearest("/nosuch") == "/")
        #expect(Examination.openFiles() > 0)
        #expect(Examination.fleetingPorts() != nil)
        #expect(Examination.disk("x", "/")?.total ?? 0 > 0)
    }
}
