import Domain
import Operations
import TestSupport
import Testing

/// Who may do what.
@Suite struct AccessTests {
    @Test func whatIsAnothersDoesNotExist() async throws {
        let door = try await Door()
        let name = try await door.instance()
        let plane = door.plane
        let unknown = Refusal.notFound(kind: "subscription", id: name)
        await #expect(throws: unknown) { try await plane.subscription(door.ben.actor, name) }
        await #expect(throws: unknown) { try await plane.restart(door.ben, name) }
        await #expect(throws: unknown) { try await plane.stop(door.ben, name) }
        await #expect(throws: unknown) { try await plane.start(door.ben, name) }
        await #expect(throws: unknown) { try await plane.undoReset(door.ben, name) }
        await #expect(throws: unknown) {
            try await plane.reset(door.ben, name, confirm: name)
        }
        await #expect(throws: unknown) {
            try await plane.events(door.ben.actor, subscription: name, before: nil, limit: 1)
        }
        #expect(try await plane.subscriptions(door.ben.actor, Page()).isEmpty)
        #expect(try await plane.operations(door.ben.actor, subscription: nil, Page()).isEmpty)
        #expect(try await plane.subscriptions(door.admin.actor, Page()).count == 1)
    }

    @Test func aReadingTokenChangesNothing() async throws {
        let door = try await Door()
        let name = try await door.instance()
        let reader = door.anna.with(scope: .read)
        _ = try await door.plane.subscription(reader.actor, name)
        for verb in [door.plane.restart, door.plane.stop, door.plane.start] {
            await #expect(throws: Refusal.self) { try await verb(reader, name) }
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.reset(reader, name, confirm: name)
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.subscribe(reader, service: "notes", variant: "Basic")
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.createAPIToken(
                reader, name: "more", scope: .operate, expiresAt: nil)
        }
    }

    @Test func anAdminsSmallTokenIsNoAdmin() async throws {
        let door = try await Door()
        let small = door.admin.with(scope: .operate)
        await #expect(throws: Refusal.self) {
            try await door.plane.audit(small.actor, AuditQuery(limit: 1))
        }
        await #expect(throws: Refusal.self) { try await door.plane.users(small.actor, Page()) }
        await #expect(throws: Refusal.self) {
            try await door.plane.createAPIToken(
                small, name: "more", scope: .admin, expiresAt: nil)
        }
    }

    @Test func onlyAdminsSeeUsersAndAudit() async throws {
        let door = try await Door()
        await #expect(throws: Refusal.self) {
            try await door.plane.createUser(
                door.anna, email: "x@y", name: "X", role: .admin, password: nil)
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.audit(door.anna.actor, AuditQuery(limit: 1))
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.engineHealth(door.anna.actor)
        }
    }

    @Test func aDisabledUserIsOutAtOnce() async throws {
        let door = try await Door()
        let ben = try #require(door.ben.actor.userID)
        let login = try await door.plane.logIn(
            email: "ben@example.org", password: "a password", address: nil)
        let token = try await door.plane.createAPIToken(
            door.ben, name: "t", scope: .read, expiresAt: nil
        ).secret
        _ = try await door.plane.changeUser(door.admin, ben, UserChange(disabled: true))
        await #expect(throws: Refusal.self) { try await door.plane.identify(user: ben) }
        await #expect(throws: Refusal.self) { try await door.plane.identify(apiToken: token) }
        await #expect(throws: Refusal.self) {
            try await door.plane.refresh(login.refreshToken)
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.logIn(
                email: "ben@example.org", password: "a password", address: nil)
        }
    }

    @Test func nobodyLocksThemselvesOut() async throws {
        let door = try await Door()
        let id = try #require(door.admin.actor.userID)
        await #expect(throws: Refusal.self) {
            try await door.plane.changeUser(door.admin, id, UserChange(disabled: true))
        }
    }
}
