import Domain
import Operations
import StoreSQL
import StoreSQLite
import TestSupport
import Testing

/// One row that cannot be read hides no other.
@Suite struct DamageTests {
    private let database: SQLiteDatabase
    private let door: Door
    private let clock = ManualClock()

    init() async throws {
        let database = try SQLiteDatabase.temporary(clock: clock)
        self.database = database
        door = try await Door { _ in try await SQLStore(database) }
    }

    private func damage(_ name: String) async throws {
        try await database.write { connection in
            let count = try connection.execute(
                "UPDATE instances SET spec = '{' WHERE name = ?", [.text(name)])
            #expect(count == 1)
        }
    }

    @Test func isShownBesideTheOthers() async throws {
        let (bad, good) = (try await door.instance(), try await door.instance())
        try await damage(bad)
        let list = try await door.plane.subscriptions(door.anna.actor, Page())
        #expect(list.map(\.instance.name).sorted() == [bad, good].sorted())
        for view in list {
            let isBad = view.instance.name == bad
            #expect((view.status?.phase == .blocked) == isBad)
            #expect((view.status?.message?.contains("damaged") == true) == isBad)
        }
        let one = try await door.plane.subscription(door.anna.actor, bad)
        #expect(one.status?.phase == .blocked)
        #expect(one.volumes.count == 1)
        #expect(one.update == nil)
        let operations = try await door.plane.operations(
            door.anna.actor, subscription: nil, Page())
        #expect(operations.map(\.instanceName).sorted() == [bad, good].sorted())
    }

    @Test func stopsNoOtherFromEnding() async throws {
        let (bad, good) = (try await door.instance(), try await door.instance())
        for name in [bad, good] {
            _ = try await door.plane.renew(
                door.admin, name, paidUntil: clock.now() + .seconds(60))
        }
        try await damage(bad)
        clock.advance(by: .seconds(61))
        let results = try await door.plane.sweep()
        #expect(results.count == 2)
        #expect(results.contains { $0.outcome == .expired })
        let view = try await door.plane.subscription(door.anna.actor, good)
        #expect(view.subscription.status == .expired)
        // It is not looked at again and again.
        #expect(try await door.plane.sweep() == [])
    }

    @Test func isNothingToOrderAbout() async throws {
        let bad = try await door.instance()
        try await damage(bad)
        let error = await #expect(throws: UnreadableInstance.self) {
            try await door.plane.restart(door.anna, bad)
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains("“spec”"))
        // To others it does not exist, damaged or not.
        await #expect(throws: Refusal.notFound(kind: "subscription", id: bad)) {
            try await door.plane.restart(door.ben, bad)
        }
    }
}
