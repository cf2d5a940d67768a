import Domain
import StoreSQLite
import TestSupport
import Testing

@testable import StoreSQL

/// What an earlier version kept, this one opens, brings up to date, and keeps.
@Suite struct OldDatabaseTests {
    private static let at = Instant(milliseconds: OldDatabase.at)

    @Test(arguments: 1...Migration.all.count)
    func eachVersionIsBroughtUpToDate(version: Int) async throws {
        let database = try await OldDatabase.make(version: version)
        let store = try await SQLStore(database)
        let number = try await database.read { connection in
            try connection.rows("SELECT MAX(number) AS number FROM schema_migrations", [])
                .first?.int("number")
        }
        #expect(number == Migration.all.count)
        try await store.read { rows in
            try expectPeople(rows)
            if version >= 2 { try expectServices(rows) }
            if version >= 3 { try expectRecord(rows) }
            if version >= 4 { try expectStorage(rows) }
            if version >= 2 { try expectRemembered(version >= 6, rows) }
            if version >= 4 { try expectMeasured(version >= 7, rows) }
        }
        try await expectChained(store, version >= 3 ? 1 : 0)
        try await expectGoesOn(store, instances: version >= 2)
    }

    /// The rows from before there was a chain have their hashes, too.
    private func expectChained(_ store: any Store, _ rows: Int) async throws {
        let inspection = try await store.inspectAudit()
        #expect(inspection.fault == nil && inspection.checked == rows)
    }

    private func expectPeople(_ rows: any StoreReader) throws {
        #expect(try rows.value(.install) == "abc123")
        let user = try #require(try rows.user(email: "ada@example.org"))
        #expect(user.id == UserID("user-1") && user.role == .customer && user.mustChangePassword)
        #expect(user.passwordHash == "hash" && user.createdAt == Self.at)
        #expect(try rows.session(digest: "session-digest")?.userID == user.id)
        let token = try #require(try rows.apiToken(digest: "token-digest"))
        #expect(token.scope == .operate && token.revokedAt == Self.at + .milliseconds(2))
        let key = IdempotencyKey(userID: user.id, value: "key-1")
        #expect(try rows.idempotency(key)?.result == "operation-1")
    }

    private func expectServices(_ rows: any StoreReader) throws {
        #expect(try rows.subscriptions(of: UserID("user-1"), Page()).count == 2)
        let instance = try #require(try rows.instance(named: "notes-1"))
        #expect(instance.wish == .running && instance.hostPort == 20_001)
        #expect(instance.generation == 3 && instance.restartFrom == RunID("run-1"))
        #expect(instance.restartsWanted == 2 && instance.restartsDone == 1)
        try expectWhole(instance.spec)
        #expect(try rows.status(of: instance.id)?.phase == .unhealthy)
        #expect(try rows.instanceIDs().count == 2)
        #expect(try rows.engineHealth()?.detail == "Docker 20.10")
    }

    private func expectWhole(_ spec: WorkloadSpec) throws {
        #expect(spec.image == "example/notes:1" && spec.port == 8080)
        #expect(spec.command == ["notes", "--all"] && spec.user == "1000:1000")
        #expect(spec.environment == ["NOTES_KEY": "${secret.KEY}"])
        #expect(spec.secrets == [SecretTemplate(name: "KEY", bytes: 16, survivesReset: true)])
        #expect(spec.stopTimeout == .seconds(10))
        #expect(
            spec.health
                == HealthCheck(
                    probe: .http(path: "/", headers: ["Host": "notes"], status: 204),
                    timeout: .seconds(2), startPeriod: .seconds(30)))
        #expect(
            spec.limits
                == Limits(cpu: CPU(millicores: 500), memory: Bytes(128 << 20), processes: 64))
        #expect(spec.volumes == [Self.template])
    }

    /// Nothing that was updated before updates were remembered can be had back.
    private func expectRemembered(_ isRemembered: Bool, _ rows: any StoreReader) throws {
        let instance = try #require(try rows.instance(named: "notes-1"))
        #expect(instance.previousSpec == (isRemembered ? instance.spec : nil))
        #expect(try rows.instance(named: "notes-2")?.previousSpec == nil)
    }

    private func expectMeasured(_ isMeasured: Bool, _ rows: any StoreReader) throws {
        let usage = try rows.usage(of: InstanceID("instance-1"))
        #expect(usage.map(\.volumeID) == (isMeasured ? [VolumeID("volume-1-data-3")] : []))
        #expect(usage.allSatisfy { $0.used == Bytes(42) && !$0.isEnforced })
        #expect((try rows.engineHealth()?.abilities?.sizes == .advisory) == isMeasured)
    }

    private static let template = VolumeTemplate(
        name: "data", mountPath: "/data", owner: FileOwner(user: 1000, group: 1000))

    private func expectRecord(_ rows: any StoreReader) throws {
        let operation = try #require(try rows.operation(OperationID("operation-2")))
        #expect(operation.kind == .reset && operation.state == .succeeded)
        #expect(try rows.steps(of: operation.id, after: 0).map(\.text) == ["stop (up to 10 s)"])
        let events = try rows.events(of: operation.instanceID, before: nil, limit: 9)
        #expect(events.map(\.kind) == ["volume-lost"])
        let audit = try rows.audit(before: nil, limit: 9)
        #expect(audit.map(\.details) == [["generation": "1 → 2"]])
    }

    /// The retirements are counted by who made them, each instance's for itself: no clock is
    /// asked, and what one reset took out stays together.
    private func expectStorage(_ rows: any StoreReader) throws {
        let volumes = try rows.volumes(of: InstanceID("instance-1"))
        #expect(volumes.map(\.generation) == [1, 1, 2, 3])
        #expect(volumes.map(\.retirement) == [1, 1, 2, nil])
        #expect(volumes.lastRetired.map(\.id) == [VolumeID("volume-1-data-2")])
        #expect(volumes.map(\.state) == [.retired, .retired, .retired, .attached])
        #expect(volumes.allSatisfy { $0.template == Self.template })
        #expect(volumes.allSatisfy { $0.size == Bytes(250 << 20) && $0.claimStatus == .bound })
        #expect(volumes.last?.uid == ClaimUID("uid-1-data-3"))
        #expect(volumes.last?.claim == ClaimName("hf-abc123-notes-1-data-g3"))
        let others = try rows.volumes(of: InstanceID("instance-2"))
        #expect(others.map(\.retirement) == [1, nil])
        let secrets = try rows.secrets(of: InstanceID("instance-1"), generation: 3)
        #expect(secrets.map(\.value) == ["00ff"])
        let ticket = try #require(try rows.ticket(TicketID("ticket-1")))
        #expect(ticket.state == .issued && ticket.notBefore == Self.at + .milliseconds(3))
    }

    /// Old rows can be changed, and new ones stand beside them.
    private func expectGoesOn(_ store: any Store, instances: Bool) async throws {
        try await store.write { rows in
            try rows.insert(StoreFixtures.user(2))
            guard instances else { return }
            var instance = try #require(try rows.instance(named: "notes-1"))
            instance.wish = .stopped
            try rows.update(instance)
        }
        #expect(try await store.read { try $0.users(Page()).count } == 2)
        let wish = try await store.read { try $0.instance(named: "notes-1")?.wish }
        #expect(wish == (instances ? .stopped : nil))
    }
}
