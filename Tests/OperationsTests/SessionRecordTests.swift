import Domain
import Operations
import TestSupport
import Testing

/// Whatever becomes of a login is in the audit.
@Suite struct SessionRecordTests {
    private func rows(_ door: Door) async throws -> [AuditEvent] {
        try await door.store.read { try $0.audit(AuditQuery(action: "session.", limit: 99)) }
    }

    private func logIn(_ door: Door) async throws -> Login {
        try await door.plane.logIn(
            email: "anna@example.org", password: "a password", address: "192.0.2.1",
            requestID: "in")
    }

    @Test func fromItsBeginningToItsEnd() async throws {
        let door = try await Door()
        let first = try await logIn(door)
        let second = try await door.plane.refresh(
            first.refreshToken, address: "192.0.2.1", requestID: "on")
        var actor = door.anna.actor
        actor.requestID = "out"
        try await door.plane.logOut(actor, second.refreshToken)
        let rows = try await rows(door).prefix(3)
        #expect(rows.map(\.action) == ["session.close", "session.refresh", "session.open"])
        #expect(rows.map(\.requestID) == ["out", "on", "in"])
        #expect(Set(rows.map(\.subjectID)) == [first.user.id.rawValue])
        #expect(Set(rows.map { $0.details["session"] }).count == 1)
    }

    /// Somebody else may have it, too.
    @Test func aTokenThatWasTradedBeforeShowsItself() async throws {
        let door = try await Door()
        let first = try await logIn(door)
        let second = try await door.plane.refresh(first.refreshToken)
        await #expect(throws: Refusal.self) {
            try await door.plane.refresh(
                first.refreshToken, address: "198.51.100.9", requestID: "again")
        }
        let row = try #require(try await rows(door).first)
        #expect(row.action == "session.reuse" && row.actor == "nobody")
        #expect(row.address == "198.51.100.9" && row.requestID == "again")
        #expect(row.subjectID == first.user.id.rawValue)
        _ = try await door.plane.refresh(second.refreshToken)
    }

    @Test func whatIsDeadOrUnknownIsRefusedOnRecord() async throws {
        let door = try await Door()
        let login = try await logIn(door)
        door.clock.advance(by: .seconds(30 * 24 * 3600))
        for token in [login.refreshToken, "hfr_nonsense"] {
            await #expect(throws: Refusal.self) { try await door.plane.refresh(token) }
        }
        let rows = try await rows(door).prefix(2)
        #expect(rows.map(\.action) == ["session.refuse", "session.refuse"])
        #expect(rows.map(\.subjectID) == ["unknown", login.user.id.rawValue])
    }

    /// A password may have been typed there.
    @Test func whatIsNoAddressIsNotWrittenDown() async throws {
        let door = try await Door()
        for email in ["hunter2 hunter2", "nobody@example.org", "Anna@example.org"] {
            await #expect(throws: Refusal.self) {
                try await door.plane.logIn(email: email, password: "wrong", address: nil)
            }
        }
        let anna = try #require(door.anna.actor.userID).rawValue
        let rows = try await rows(door).prefix(3)
        #expect(rows.map(\.subjectID) == [anna, "nobody@example.org", "unknown"])
    }

    @Test func theEndOfNothingIsRecordedToo() async throws {
        let door = try await Door()
        try await door.plane.logOut(door.anna.actor, "hfr_nonsense")
        let row = try #require(try await rows(door).first)
        #expect(row.action == "session.close" && row.details == ["session": "unknown"])
        #expect(row.actor == door.anna.actor.userID?.rawValue)
    }
}
