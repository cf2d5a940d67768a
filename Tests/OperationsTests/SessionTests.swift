import Domain
import Operations
import TestSupport
import Testing

@Suite struct SessionTests {
    @Test func aRefreshTokenIsGoodOnce() async throws {
        let door = try await Door()
        let first = try await door.plane.logIn(
            email: "Anna@Example.org", password: "a password", address: "127.0.0.1")
        let second = try await door.plane.refresh(first.refreshToken)
        await #expect(throws: Refusal.self) {
            try await door.plane.refresh(first.refreshToken)
        }
        _ = try await door.plane.refresh(second.refreshToken)
    }

    @Test func twoRefreshesAtOnceAreOne() async throws {
        let door = try await Door()
        let token = try await door.plane.logIn(
            email: "anna@example.org", password: "a password", address: nil
        ).refreshToken
        let wins = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (try? await door.plane.refresh(token)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(wins == 1)
    }

    /// A password takes its time to check.
    @Test(arguments: [true, false])
    func noSessionBeginsOnWhatWasChangedMeanwhile(isDisabled: Bool) async throws {
        let door = try await Door()
        let store = door.store
        let plane = ControlPlane(
            store: store, shelf: door.shelf,
            hasher: SlowHasher {
                try await store.write { rows in
                    guard var anna = try rows.user(email: "anna@example.org") else { return }
                    if isDisabled { anna.disabledAt = rows.now } else { anna.passwordHash = "new" }
                    try rows.update(anna)
                }
            },
            randomness: SeededRandomness(), settings: door.plane.settings)
        let before = try await door.audit().filter { $0 == "session.open" }.count
        await #expect(throws: Refusal.self) {
            try await plane.logIn(
                email: "anna@example.org", password: "a password", address: nil)
        }
        #expect(try await door.audit().filter { $0 == "session.open" }.count == before)
    }

    @Test func strangersWriteNoLongLines() async throws {
        let door = try await Door()
        await #expect(throws: Refusal.self) {
            try await door.plane.logIn(
                email: "a@" + String(repeating: "a", count: 60_000), password: "x", address: nil)
        }
        let event = try await door.store.read { try $0.audit(before: nil, limit: 1) }.first
        #expect(event?.action == "session.refuse")
        #expect(event?.subjectID.count == 254)
    }

    @Test func aSessionEnds() async throws {
        let door = try await Door()
        let login = try await door.plane.logIn(
            email: "anna@example.org", password: "a password", address: nil)
        door.clock.advance(by: .seconds(30 * 24 * 3600))
        await #expect(throws: Refusal.self) {
            try await door.plane.refresh(login.refreshToken)
        }
        let other = try await door.plane.logIn(
            email: "anna@example.org", password: "a password", address: nil)
        try await door.plane.logOut(door.anna.actor, other.refreshToken)
        await #expect(throws: Refusal.self) {
            try await door.plane.refresh(other.refreshToken)
        }
    }

    @Test func wrongPasswordsAndUnknownPeopleAreToldTheSame() async throws {
        let door = try await Door()
        let same = Refusal.unauthenticated("The e-mail address or the password is wrong.")
        for email in ["anna@example.org", "nobody@example.org"] {
            await #expect(throws: same) {
                try await door.plane.logIn(email: email, password: "wrong", address: nil)
            }
        }
        #expect(try await door.audit().filter { $0 == "session.refuse" }.count == 2)
    }

    @Test func aChangedPasswordEndsOtherLogins() async throws {
        let door = try await Door()
        let login = try await door.plane.logIn(
            email: "anna@example.org", password: "a password", address: nil)
        try await door.plane.changePassword(
            door.anna, current: "a password", new: "another password")
        await #expect(throws: Refusal.self) {
            try await door.plane.refresh(login.refreshToken)
        }
        _ = try await door.plane.logIn(
            email: "anna@example.org", password: "another password", address: nil)
    }

    @Test(arguments: [
        ("wrong", "another password"), ("a password", "short"), ("a password", "a password"),
    ])
    func aBadChangeOfPasswordChangesNothing(current: String, new: String) async throws {
        let door = try await Door()
        await #expect(throws: Refusal.self) {
            try await door.plane.changePassword(door.anna, current: current, new: new)
        }
        _ = try await door.plane.logIn(
            email: "anna@example.org", password: "a password", address: nil)
    }

    @Test func anExpiredOrRevokedTokenIsRefused() async throws {
        let door = try await Door()
        let end = door.clock.now() + .seconds(60)
        let (token, secret) = try await door.plane.createAPIToken(
            door.anna, name: "short", scope: .read, expiresAt: end)
        #expect(try await door.plane.identify(apiToken: secret).token.id == token.id)
        door.clock.advance(by: .seconds(60))
        await #expect(throws: Refusal.self) { try await door.plane.identify(apiToken: secret) }
        let (other, otherSecret) = try await door.plane.createAPIToken(
            door.anna, name: "long", scope: .read, expiresAt: nil)
        try await door.plane.revokeAPIToken(door.anna, other.id)
        await #expect(throws: Refusal.self) {
            try await door.plane.identify(apiToken: otherSecret)
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.revokeAPIToken(door.ben, other.id)
        }
    }
}
