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

    /// Whatever of a service's rows it is, and whatever it is that the database does not refuse.
    @Test(arguments: [
        "UPDATE volumes SET template = '{' WHERE instance_id = %",
        "UPDATE volumes SET claim_status = 'Dancing' WHERE instance_id = %",
        "UPDATE instance_status SET phase = 'dancing' WHERE instance_id = %",
        "UPDATE tickets SET reason = 'a whim' WHERE instance_id = %",
        "UPDATE operations SET kind = 'dance' WHERE instance_id = %",
        "UPDATE instances SET previous_spec = '{' WHERE id = %",
    ])
    func isShownWhateverOfItIsDamaged(statement: String) async throws {
        let (bad, good) = (try await door.instance(), try await door.instance())
        _ = try await door.plane.reset(door.anna, bad, confirm: bad)
        try await database.write { connection in
            let id = "(SELECT id FROM instances WHERE name = ?)"
            let count = try connection.execute(
                statement.replacing("%", with: id), [.text(bad)])
            #expect(count > 0)
        }
        let list = try await door.plane.subscriptions(door.anna.actor, Page())
        #expect(list.map(\.instance.name).sorted() == [bad, good].sorted())
        for view in list {
            #expect((view.status?.phase == .blocked) == (view.instance.name == bad))
        }
        #expect(try await door.plane.subscription(door.anna.actor, bad).update == nil)
    }

    /// Also where a list is read piece by piece, and the damaged row is the last of a piece.
    @Test func isPassedOverWhereItCannotBeShown() async throws {
        let names = [
            try await door.instance(), try await door.instance(), try await door.instance(),
        ]
        let all = try await door.plane.operations(door.anna.actor, subscription: nil, Page())
        let operations = all.map(\.operation.id)
        try await database.write { connection in
            _ = try connection.execute(
                "UPDATE operations SET kind = 'dance' WHERE id = ?",
                [.text(operations[1].rawValue)])
            for severity in ["info", "dancing", "info"] {
                _ = try connection.execute(
                    """
                    INSERT INTO instance_events (instance_id, at, severity, kind, message)
                    SELECT id, 1, ?, 'k', 'm' FROM instances WHERE name = ?
                    """, [.text(severity), .text(names[0])])
            }
        }
        let seen = try await door.plane.operations(
            door.anna.actor, subscription: nil, Page(limit: 2))
        #expect(seen.map(\.operation.id) == [operations[0], operations[2]])
        let events = try await door.plane.events(
            door.anna.actor, subscription: names[0], before: nil, limit: 2)
        #expect(events.count == 2)
    }

    @Test func aTokenOfAnUnknownKindHidesNoOther() async throws {
        for name in ["one", "two"] {
            _ = try await door.plane.createAPIToken(
                door.anna, name: name, scope: .read, expiresAt: nil)
        }
        try await database.write { connection in
            _ = try connection.execute(
                "UPDATE api_tokens SET scope = 'dance' WHERE name = 'one'", [])
        }
        let tokens = try await door.plane.apiTokens(door.anna.actor)
        #expect(tokens.map(\.name) == ["two"])
    }

    @Test func anAuditRowThatWasMeddledWithHidesNoOther() async throws {
        _ = try await door.instance()
        try await database.write { connection in
            _ = try connection.execute(
                """
                INSERT INTO audit (at, actor, role, action, subject, subject_id, details)
                VALUES (1, 'a', 'b', 'c', 'd', 'e', 'nonsense')
                """, [])
        }
        let rows = try await door.store.read { try $0.audit(before: nil, limit: 9) }
        #expect(rows.first?.details == ["unreadable": "nonsense"])
        #expect(rows.count > 1)
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
