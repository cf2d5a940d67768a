import Dispatch
import Domain
import GRDB
import StoreSQL
import TestSupport
import Testing

@testable import StoreSQLite

/// Bodies that wait at the same time share a commit, and nothing else.
@Suite struct GroupCommitTests {
    private typealias Body = @Sendable (any StoreWriter) throws -> Void

    private let database: SQLiteDatabase
    private let store: SQLStore
    private let watch = CommitWatch()

    init() async throws {
        database = try SQLiteDatabase.temporary(clock: ManualClock())
        store = try await SQLStore(database)
        try await store.write { try $0.insert(StoreFixtures.user()) }
        database.pool.add(transactionObserver: watch, extent: .databaseLifetime)
    }

    @Test func whoWaitsTogetherIsCommittedTogether() async throws {
        let outcomes = await together(
            (1...10).map { number in { try $0.append(Self.event(number)) } })
        #expect(outcomes.allSatisfy { $0 == nil })
        #expect(watch.commits == 1)
        #expect(try await kept() == Set((1...10).map { "act-\($0)" }))
    }

    @Test func whoThrowsTakesOnlyTheirOwnBack() async throws {
        let outcomes = await together([
            { try $0.append(Self.event(1)) },
            { rows in
                try rows.append(Self.event(2))
                throw Refusal.conflict("no")
            },
            { try $0.append(Self.event(3)) },
        ])
        #expect(outcomes[0] == nil && outcomes[2] == nil)
        #expect(outcomes[1] as? Refusal == .conflict("no"))
        #expect(try await kept() == ["act-1", "act-3"])
    }

    @Test func aBrokenReferenceIsOnlyItsOwners() async throws {
        let outcomes = await together([
            { try $0.append(Self.event(1)) },
            { rows in
                try rows.append(Self.event(2))
                try rows.insert(
                    Subscription(
                        id: SubscriptionID("s"), customerID: UserID("nobody"), service: "notes",
                        variant: "Basic", createdAt: StoreFixtures.at))
            },
            { try $0.append(Self.event(3)) },
        ])
        #expect(outcomes[0] == nil && outcomes[2] == nil)
        #expect("\(String(describing: outcomes[1]))".contains("FOREIGN KEY"))
        #expect(try await kept() == ["act-1", "act-3"])
    }

    @Test func aSwallowedFailureIsStillOne() async throws {
        let outcomes = await together([
            { rows in
                try rows.append(Self.event(1))
                try? rows.append("step", to: OperationID("nul\0"))
            },
            { try $0.append(Self.event(2)) },
        ])
        #expect(outcomes[0] is StoreFailure)
        #expect(outcomes[1] == nil)
        #expect(try await kept() == ["act-2"])
    }

    /// Also whoever was refused hears of it: the reason may have been another's row.
    @Test func withoutACommitNobodyIsDone() async throws {
        watch.refuse()
        let outcomes = await together([
            { try $0.append(Self.event(1)) }, { _ in throw Refusal.conflict("no") },
            { try $0.append(Self.event(3)) },
        ])
        #expect(outcomes.allSatisfy { $0 is CommitWatch.Whim })
        #expect(try await kept() == [])
    }

    /// Lets all of them wait before the first is taken, and answers what each threw.
    private func together(_ bodies: [Body]) async -> [(any Error)?] {
        let gate = DispatchSemaphore(value: 0)
        database.pool.asyncWriteWithoutTransaction { _ in gate.wait() }
        return await withTaskGroup(of: (Int, (any Error)?).self) { group in
            for (place, body) in bodies.enumerated() {
                group.addTask { [store] in
                    do {
                        try await store.write { try body($0) }
                        return (place, nil)
                    } catch { return (place, error) }
                }
                while database.queue.count <= place { await Task.yield() }
            }
            gate.signal()
            var outcomes = [(any Error)?](repeating: nil, count: bodies.count)
            for await (place, outcome) in group { outcomes[place] = outcome }
            return outcomes
        }
    }

    private func kept() async throws -> Set<String> {
        let rows = try await store.read { try $0.audit(before: nil, limit: .max) }
        // Each was chained to whoever was kept before.
        #expect(try await store.inspectAudit().fault == nil)
        return Set(rows.map(\.action))
    }

    private static func event(_ number: Int) -> AuditEvent {
        AuditEvent(
            at: StoreFixtures.at, actor: .system, action: "act-\(number)", subject: "user",
            subjectID: "user-1")
    }
}
