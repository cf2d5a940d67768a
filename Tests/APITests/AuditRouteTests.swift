import Doctor
import Domain
import FoundationEssentials
import StoreSQLite
import Testing
import Wire

/// Searching, verifying and exporting the audit trail.
struct AuditRouteTests {
    private static let path = "/api/v1/admin/audit"

    private func world() async throws -> (World, String) {
        let world = try await World()
        let admin = try await world.login("eve", role: .admin)
        for name in ["ann", "bob"] { _ = try await world.user(name) }
        return (world, admin)
    }

    private func actions(_ answer: Answer) throws -> [String] {
        try answer.decoded(PageReply<AuditReply>.self).items.map(\.action)
    }

    @Test func rowsAreFoundByWhatTheySay() async throws {
        let (world, admin) = try await world()
        try await world.test { client in
            let client = client.with(admin)
            let made = try await client.subscribe()
            let id = try await client.get("/api/v1/me").decoded(UserReply.self).id
            let all = try actions(try await client.get(Self.path))
            #expect(all == ["subscription.create", "user.create", "user.create", "user.create"])
            for (query, expected) in [
                ("actor=\(id)", 1), ("actor=system", 3), ("actor=nobody", 0),
                ("subject=\(made.subscriptionId)", 1), ("action=user.", 3), ("action=sub", 1),
                ("since=2026-01-01T00:00:00Z", 4), ("until=2026-01-01T00:00:00Z", 0),
                ("actor=system&action=user&limit=2", 2),
            ] {
                let found = try actions(try await client.get("\(Self.path)?\(query)"))
                #expect(found.count == expected, "\(query)")
            }
        }
    }

    @Test(arguments: [
        ("?since=yesterday", "since"), ("?until=2026", "until"), ("/verify?expect=1", "expect"),
        ("/verify?expect=1:xyz", "expect"), ("/export?after=-1", "after"),
        ("/export?after=x", "after"),
    ])
    func badQuestionsAreRefused(query: String, field: String) async throws {
        let (world, admin) = try await world()
        try await world.test { client in
            let problem = try await client.with(admin).get(Self.path + query).problem
            #expect(problem.status == 422 && problem.field == field)
        }
    }

    private func inspection(_ answer: Answer) throws -> AuditInspectionReply {
        #expect(answer.headers[.contentType] == "application/x-ndjson")
        let line = try #require(answer.text.split(separator: "\n").last)
        return try JSONDecoder().decode(AuditInspectionReply.self, from: Data(line.utf8))
    }

    @Test func aTrailIsVerifiedAndItsHeadCanBeNoted() async throws {
        let (world, admin) = try await world()
        try await world.test { client in
            let client = client.with(admin)
            let first = try inspection(try await client.get("\(Self.path)/verify"))
            #expect(first.isOver && first.fault == nil && first.checked == 3)
            _ = try await client.subscribe()
            let second = try inspection(
                try await client.get("\(Self.path)/verify?expect=\(first.head)"))
            #expect(second.fault == nil && second.checked == 4)
            let other = "3:" + String(repeating: "0", count: 64)
            let third = try inspection(
                try await client.get("\(Self.path)/verify?expect=\(other)"))
            #expect(third.fault?.kind == "rewritten" && third.fault?.sequence == 3)
        }
    }

    /// What was exported is checked by the program that has no server.
    private func examine(
        _ text: String, _ expected: String? = nil
    ) throws -> AuditInspection {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-export-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try AuditExamination.inspect(
            file: file.path, expecting: expected.flatMap { AuditHead(parsing: $0) })
    }

    @Test func anExportIsWholeByItself() async throws {
        let (world, admin) = try await world()
        try await world.store.write { rows in
            try rows.append(
                AuditEvent(
                    at: rows.now, actor: .system, action: "a.b", subject: "s", subjectID: "é/\"\n",
                    details: ["why": "“ü”\u{1}/\\", "B": "", "a": "e\u{301}"]))
        }
        try await world.test { client in
            let client = client.with(admin)
            let head = try inspection(try await client.get("\(Self.path)/verify")).head
            let all = try await client.get("\(Self.path)/export")
            #expect(all.headers[.contentType] == "application/x-ndjson")
            #expect(all.text.split(separator: "\n").count == 4)
            let whole = try examine(all.text, head)
            #expect(whole.fault == nil && whole.checked == 4)
            #expect(whole.last.description == head)
            let part = try await client.get("\(Self.path)/export?after=2")
            let rest = try examine(part.text, head)
            #expect(rest.fault == nil && rest.checked == 2)
            #expect(try await client.get("\(Self.path)/export?after=4").text == "")
            #expect(try examine("").fault == nil)
        }
    }

    @Test func anExportThatWasChangedIsNot() async throws {
        let (world, admin) = try await world()
        try await world.test { client in
            let text = try await client.with(admin).get("\(Self.path)/export").text
            let head = try inspection(
                try await client.with(admin).get("\(Self.path)/verify")
            ).head
            let lines = text.split(separator: "\n").map(String.init)
            #expect(lines.count == 3)
            let edited = text.replacing("bob@example.org", with: "eve@example.org")
            #expect(try examine(edited).fault?.kind == .edited)
            #expect(try examine(lines[0] + "\n" + lines[2]).fault?.kind == .removed)
            #expect(try examine(lines[0] + "\n" + lines[2] + "\n" + lines[1]).fault != nil)
            let short = lines[0] + "\n" + lines[1]
            #expect(try examine(short).fault == nil)
            #expect(try examine(short, head).fault?.kind == .rewritten)
            #expect(throws: AuditExamination.Unreadable.self) { try examine("nonsense\n") }
            // What is shown is what is checked, whatever is written beside it.
            let lie = lines[1].replacing(
                #""details":{"#, with: #""detailsText":"{}","details":{"#)
            #expect(lie != lines[1])
            let told = try examine(lines[0] + "\n" + lie)
            #expect(told.fault == nil && told.checked == 2)
        }
    }

    /// As an earlier version of the program wrote them, or somebody by hand.
    @Test func otherSpellingsSurviveAnExport() async throws {
        let spelled = #"{"why": "a\/b"}"#
        let record = AuditRecord(
            sequence: 1, at: 1_767_225_600_000, actor: "system", role: "system", address: nil,
            requestID: nil, action: "a.b", subject: "s", subjectID: "i", details: spelled)
        let line = AuditLineReply.sample(record)
        let inspection = try examine(line)
        #expect(inspection.fault == nil && inspection.checked == 1)
        #expect(try examine(line.replacing(#""why":"a/b""#, with: #""why":"c""#)).fault != nil)
    }
}
