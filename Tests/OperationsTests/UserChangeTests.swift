import Domain
import Operations
import TestSupport
import Testing

/// What an admin may do to accounts.
@Suite struct UserChangeTests {
    private let door: Door
    private let ben: UserID

    init() async throws {
        door = try await Door()
        ben = try #require(door.ben.actor.userID)
    }

    private func newest() async throws -> AuditEvent {
        try #require(try await door.store.read { try $0.audit(before: nil, limit: 1) }.first)
    }

    @Test func roleAndNameChangeWithWhatTheyWere() async throws {
        let changed = try await door.plane.changeUser(
            door.admin, ben, UserChange(role: .admin, name: "Benjamin"))
        #expect(changed.role == .admin && changed.name == "Benjamin")
        let row = try await newest()
        #expect(row.action == "user.change" && row.subjectID == ben.rawValue)
        #expect(row.details["role"] == "customer → admin")
        #expect(row.details["name"] == "customer → Benjamin")
        #expect(try await door.plane.user(door.admin.actor, ben) == changed)
    }

    @Test func whatStaysIsRecordedAsThat() async throws {
        let before = try await door.plane.user(door.admin.actor, ben)
        let after = try await door.plane.changeUser(
            door.admin, ben, UserChange(disabled: false, role: .customer))
        #expect(after == before)
        let row = try await newest()
        #expect(row.action == "user.change" && row.details["role"] == "customer")
    }

    @Test func badNamesAreRefused() async throws {
        await #expect(throws: Refusal.self) {
            try await door.plane.changeUser(door.admin, ben, UserChange(name: "\u{7}"))
        }
    }

    @Test func nobodyChangesTheirOwnRights() async throws {
        let id = try #require(door.admin.actor.userID)
        for change in [UserChange(role: .customer), UserChange(disabled: true)] {
            await #expect(throws: Refusal.self) {
                try await door.plane.changeUser(door.admin, id, change)
            }
        }
        let renamed = try await door.plane.changeUser(door.admin, id, UserChange(name: "Root"))
        #expect(renamed.name == "Root" && renamed.role == .admin)
    }

    /// Two admins at the same time: the second one's request comes from somebody who was an admin
    /// when it began.
    @Test(arguments: [UserChange(role: .customer), UserChange(disabled: true)])
    func theLastAdminStaysOne(change: UserChange) async throws {
        let id = try #require(door.admin.actor.userID)
        _ = try await door.plane.changeUser(door.admin, ben, UserChange(role: .admin))
        let second = RequestContext(actor: Actor(identity: .user(ben, role: .admin)))
        _ = try await door.plane.changeUser(door.admin, ben, change)
        await #expect {
            _ = try await door.plane.changeUser(second, id, change)
        } throws: { error in
            "\(error)".contains("last admin")
        }
        #expect(try await door.plane.user(door.admin.actor, id).role == .admin)
    }

    @Test func aOneTimePasswordTakesThePlaceOfAnother() async throws {
        let before = try await door.plane.logIn(
            email: "ben@example.org", password: "a password", address: nil)
        let (user, given) = try await door.plane.resetPassword(door.admin, ben)
        let password = try #require(given)
        #expect(user.mustChangePassword)
        await #expect(throws: Refusal.self) {
            try await door.plane.refresh(before.refreshToken)
        }
        await #expect(throws: Refusal.self) {
            try await door.plane.logIn(
                email: "ben@example.org", password: "a password", address: nil)
        }
        let login = try await door.plane.logIn(
            email: "ben@example.org", password: password, address: nil)
        #expect(login.user.mustChangePassword)
        let rows = try await door.store.read {
            try $0.audit(AuditQuery(action: "user.reset-password", limit: 9))
        }
        #expect(rows.map(\.subjectID) == [ben.rawValue])
        #expect(rows[0].details["one-time password"] == "no → yes")
        #expect(!rows[0].details.values.contains { $0.contains(password) })
    }

    @Test func aRepeatShowsNoPassword() async throws {
        let keyed = door.admin.with(key: "reset")
        let first = try await door.plane.resetPassword(keyed, ben)
        let second = try await door.plane.resetPassword(keyed, ben)
        #expect(first.oneTimePassword != nil && second.oneTimePassword == nil)
        _ = try await door.plane.logIn(
            email: "ben@example.org", password: first.oneTimePassword ?? "", address: nil)
    }

    @Test func onesOwnPasswordIsNotReset() async throws {
        let id = try #require(door.admin.actor.userID)
        await #expect(throws: Refusal.self) {
            try await door.plane.resetPassword(door.admin, id)
        }
        await #expect(throws: Refusal.self) { try await door.plane.resetPassword(door.anna, ben) }
        await #expect(throws: Refusal.notFound(kind: "user", id: "x")) {
            try await door.plane.resetPassword(door.admin, UserID("x"))
        }
    }
}
