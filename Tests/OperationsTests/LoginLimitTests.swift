import Domain
import Operations
import TestSupport
import Testing

/// Nobody guesses passwords for long.
@Suite struct LoginLimitTests {
    private let door: Door
    private let hasher = CountingHasher()
    private let plane: ControlPlane

    init() async throws {
        door = try await Door()
        plane = ControlPlane(
            store: door.store, shelf: door.shelf, hasher: hasher,
            randomness: SeededRandomness(), settings: door.plane.settings)
    }

    private enum Outcome: Equatable {
        case admitted, wrong
        case wait(Int)
        case other
    }

    private func tries(
        _ email: String = "anna@example.org", _ password: String = "wrong",
        from address: String? = "192.0.2.1"
    ) async -> Outcome {
        do {
            _ = try await plane.logIn(email: email, password: password, address: address)
            return .admitted
        } catch Refusal.tooMany(_, let seconds) {
            return .wait(seconds)
        } catch Refusal.unauthenticated {
            return .wrong
        } catch {
            return .other
        }
    }

    @Test func tenMayFailAndThenNothingIsHashed() async throws {
        for _ in 1...10 { #expect(await tries() == .wrong) }
        #expect(hasher.count == 10)
        #expect(await tries() == .wait(30))
        #expect(await tries("Anna@Example.org", "a password") == .wait(30))
        #expect(hasher.count == 10)
        door.clock.advance(by: .seconds(29))
        #expect(await tries() == .wait(1))
        door.clock.advance(by: .seconds(1))
        #expect(await tries("anna@example.org", "a password") == .admitted)
        #expect(await tries() == .wrong)
        #expect(await tries() == .wait(30))
    }

    @Test func othersAreNotShutOut() async throws {
        for _ in 1...10 { _ = await tries() }
        #expect(await tries("anna@example.org", "a password", from: "192.0.2.2") == .admitted)
        #expect(await tries("ben@example.org", "a password") == .admitted)
        #expect(await tries("anna@example.org", "a password", from: nil) == .admitted)
    }

    @Test func oneAddressMayNotTryAllAccounts() async throws {
        for number in 1...50 { #expect(await tries("nobody-\(number)@example.org") == .wrong) }
        #expect(await tries("ben@example.org", "a password") == .wait(6))
        #expect(await tries("ben@example.org", "a password", from: "192.0.2.2") == .admitted)
    }

    /// Whoever has one IPv6 address has billions.
    @Test(arguments: [
        ("2001:db8::1", "2001:db8::ffff", true), ("2001:db8:0:1::1", "2001:db8:0:2::1", false),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::", true), ("::1", "::2", true),
        ("fe80::1%eth0", "fe80::2", true), ("192.0.2.1", "192.0.2.2", false),
    ])
    func aNetworkIsOneStranger(one: String, other: String, areSame: Bool) async throws {
        for number in 1...50 { _ = await tries("nobody-\(number)@example.org", from: one) }
        let outcome = await tries("ben@example.org", "a password", from: other)
        #expect((outcome == .admitted) != areSame)
    }

    @Test func manyAtOnceAreNoMore() async throws {
        let outcomes = await withTaskGroup(of: Outcome.self) { group in
            for _ in 1...40 { group.addTask { await tries() } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.count { $0 == .wrong } == 10)
        #expect(outcomes.count { $0 == .wait(30) } == 30)
        #expect(hasher.count == 10)
    }

    @Test func whatIsRightOrCannotBeCheckedDoesNotCount() async throws {
        for _ in 1...60 {
            #expect(await tries("anna@example.org", "a password") == .admitted)
        }
        hasher.fail(with: .unavailable("no room"))
        for _ in 1...60 { #expect(await tries() == .other) }
        hasher.fail(with: nil)
        #expect(await tries() == .wrong)
    }

    @Test func theWaitIsRecordedOnce() async throws {
        for _ in 1...14 { _ = await tries() }
        let rows = try await door.store.read {
            try $0.audit(AuditQuery(action: "session.", limit: 99))
        }
        #expect(rows.count { $0.action == "session.limit" } == 1)
        #expect(rows.count { $0.action == "session.refuse" } == 10)
        let limit = try #require(rows.first { $0.action == "session.limit" })
        #expect(limit.actor == "nobody" && limit.address == "192.0.2.1")
        #expect(limit.subjectID == "anna@example.org")
    }

    /// Nobody guesses one; but each try leaves a row.
    @Test func deadTokensAreNotTriedForEver() async throws {
        let login = try await plane.logIn(
            email: "anna@example.org", password: "a password", address: "192.0.2.1")
        for _ in 1...50 {
            await #expect(throws: Refusal.unauthenticated("This login has ended. Log in again.")) {
                try await plane.refresh("hfr_nonsense", address: "192.0.2.1")
            }
        }
        for token in ["hfr_nonsense", login.refreshToken] {
            await #expect {
                try await plane.refresh(token, address: "192.0.2.1")
            } throws: { error in
                if case Refusal.tooMany(_, 6) = error { true } else { false }
            }
        }
        door.clock.advance(by: .seconds(6))
        _ = try await plane.refresh(login.refreshToken, address: "192.0.2.1")
    }

    @Test func aLoginThatWasLeftOpenIsNoLeaveToGuess() async throws {
        var anna = door.anna
        anna.actor.address = "192.0.2.1"
        for _ in 1...10 {
            await #expect(
                throws: Refusal.invalid(field: "currentPassword", why: "is not your password")
            ) {
                try await plane.changePassword(anna, current: "wrong", new: "another password")
            }
        }
        await #expect {
            try await plane.changePassword(anna, current: "a password", new: "another password")
        } throws: { error in
            if case Refusal.tooMany = error { true } else { false }
        }
        #expect(await tries("anna@example.org", "a password") == .wait(30))
    }
}
