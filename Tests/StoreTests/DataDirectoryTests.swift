import Domain
import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import StoreSQLite

@Suite struct DataDirectoryTests {
    private let scratch: ScratchDirectory
    private let path: String

    init() throws {
        scratch = try ScratchDirectory()
        path = "\(scratch.path)/data/holdfast"
    }

    @Test func onlyTheOwnerMayReadIt() async throws {
        let directory = try DataDirectory(claiming: path)
        let store = try await SQLiteStore.open(in: directory, clock: ManualClock())
        try await store.write { try $0.setValue("abc", for: .install) }
        #expect(try mode(of: path) == 0o700)
        for file in try FileManager.default.contentsOfDirectory(atPath: path) {
            #expect(try mode(of: "\(path)/\(file)") == 0o600, "\(file)")
        }
    }

    @Test func anOldDatabaseIsTakenFromOthersToo() async throws {
        let directory = try DataDirectory(claiming: path)
        #expect(FileManager.default.createFile(atPath: directory.databasePath, contents: nil))
        #expect(chmod(directory.databasePath, 0o644) == 0)
        _ = try await SQLiteStore.open(in: directory, clock: ManualClock())
        #expect(try mode(of: directory.databasePath) == 0o600)
    }

    @Test func aSecondHolderIsRefusedAndToldWhoWhereAndWhatToDo() throws {
        let first = try DataDirectory(claiming: path)
        #expect {
            _ = try DataDirectory(claiming: path, attempts: 1)
        } throws: { error in
            guard case StoreFailure.busy(let why) = error else { return false }
            return why.contains("process \(getpid())") && why.contains(path)
                && why.contains("Stop that one")
        }
        #expect(first.path == path)
    }

    @Test func itIsFreeAgainWhenItsHolderIsGone() throws {
        for _ in 1...3 {
            let directory = try DataDirectory(claiming: path)
            #expect(directory.path == path)
        }
    }

    @Test func theStoreHoldsOnToIt() async throws {
        let store = try await SQLiteStore.open(
            in: DataDirectory(claiming: path), clock: ManualClock())
        #expect(throws: StoreFailure.self) { _ = try DataDirectory(claiming: path, attempts: 1) }
        #expect(try await store.read { try $0.value(.install) } == nil)
    }

    @Test func childrenDoNotInheritIt() throws {
        var child: pid_t = 0
        do {
            let directory = try DataDirectory(claiming: path)
            var arguments = [strdup("sleep"), strdup("600"), nil]
            defer { arguments.forEach { free($0) } }
            #expect(posix_spawn(&child, "/bin/sleep", nil, nil, &arguments, nil) == 0)
            #expect(directory.path == path)
        }
        defer {
            kill(child, SIGKILL)
            waitpid(child, nil, 0)
        }
        _ = try DataDirectory(claiming: path)
    }

    @Test func aProcessThatWasKilledHoldsNothing() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true)
        let holder = try LockHolder(of: "\(path)/holdfast.lock")
        #expect(throws: StoreFailure.self) { _ = try DataDirectory(claiming: path, attempts: 1) }
        holder.kill()
        _ = try DataDirectory(claiming: path)
    }

    @Test func reopeningKeepsEverything() async throws {
        let clock = ManualClock()
        do {
            let store = try await SQLiteStore.open(
                in: DataDirectory(claiming: path), clock: clock)
            try await StoreFixtures.fill(store)
        }
        let store = try await SQLiteStore.open(
            in: DataDirectory(claiming: path), clock: clock)
        let counts = try await store.read { reader in
            [
                try reader.users(Page()).count,
                try reader.volumes(of: InstanceID("instance-1")).count,
                try reader.tickets(of: InstanceID("instance-1")).count,
                try reader.steps(of: OperationID("operation-1"), after: 0).count,
                try reader.audit(before: nil, limit: 10).count,
            ]
        }
        #expect(counts == [1, 1, 1, 1, 1])
    }

    /// What is left of a database, and what became of the file itself.
    @Test(arguments: [
        (["holdfast.db"], []), (["holdfast.db", "holdfast.kept"], []),
        ([], ["holdfast.db"]), ([], ["holdfast.db", "holdfast.kept"]),
    ])
    func aLostDatabaseIsNeverReplacedByAnEmptyOne(
        removed: [String], emptied: [String]
    ) async throws {
        let copy = "\(scratch.path)/copy"
        do {
            let store = try await SQLiteStore.open(
                in: DataDirectory(claiming: path), clock: ManualClock())
            try await StoreFixtures.fill(store)
            // As a process that was killed leaves it: the newest rows are in the log.
            try FileManager.default.copyItem(atPath: path, toPath: copy)
        }
        for file in removed { try FileManager.default.removeItem(atPath: "\(copy)/\(file)") }
        for file in emptied { #expect(truncate("\(copy)/\(file)", 0) == 0) }
        let before = try contents(of: copy)
        await #expect {
            _ = try await SQLiteStore.open(
                in: DataDirectory(claiming: copy), clock: ManualClock())
        } throws: { error in
            guard case StoreFailure.failed(let why) = error else { return false }
            return why.contains("\(copy)/holdfast.db") && why.contains("from a copy")
        }
        #expect(try contents(of: copy) == before)
    }

    private func contents(of folder: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0 != "holdfast.lock" }
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
            })
    }

    @Test func aDamagedDatabaseIsToldWithWhatToDo() async throws {
        let directory = try DataDirectory(claiming: path)
        try Data(repeating: 0xFF, count: 8192).write(to: URL(filePath: directory.databasePath))
        await #expect {
            _ = try await SQLiteStore.open(in: directory, clock: ManualClock())
        } throws: { error in
            guard case StoreFailure.failed(let why) = error else { return false }
            return why.contains("is damaged") && why.contains("from a copy")
        }
    }

    @Test func aPlaceThatCannotBeIsToldWithItsPath() throws {
        #expect {
            _ = try DataDirectory(claiming: "/dev/null/data")
        } throws: { error in
            "\(error)".contains("/dev/null/data")
        }
    }

    private func mode(of path: String) throws -> Int {
        var status = stat()
        try #require(stat(path, &status) == 0)
        return Int(status.st_mode & 0o777)
    }
}
