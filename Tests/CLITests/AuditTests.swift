import Testing
import Wire

@testable import CLI

@Suite("The audit trail") struct AuditTests {
    private static let head = "7:" + String(repeating: "0a", count: 32)

    private static func found(_ isOver: Bool, _ fault: String = "") -> String {
        "{\"checked\":7,\"head\":\"\(head)\",\"isOver\":\(isOver)\(fault)}\n"
    }

    private static let fault =
        ",\"fault\":{\"kind\":\"edited\",\"sequence\":8,\"message\":\"Row 8 was edited.\"}"

    private static func stream(_ lines: String...) -> StubTransport.Reply {
        .stream(lines, type: "application/x-ndjson", breaks: false)
    }

    @Test(
        "is searched by what is asked for, people by their address",
        arguments: [
            ["admin", "audit"], ["audit"], ["audit", "list"],
        ])
    func search(command: [String]) async throws {
        let stage = try Stage([
            .json(200, Samples.page(Samples.user)), .json(200, Samples.page()),
        ]).loggedIn()
        let status = await stage.run(
            command + [
                "--actor", "Ann@example.org", "--subject", "s1", "--action", "user.", "--since",
                "2026-01-31T09:30:00Z", "--limit", "5",
            ])
        #expect(status == 0)
        #expect(
            stage.asked == [
                "GET /admin/users?limit=200",
                "GET /admin/audit?limit=5&actor=u1&subject=s1&action=user."
                    + "&since=2026-01-31T09%3A30%3A00Z",
            ])
        #expect(stage.terminal.output == "No audit rows.\n")
    }

    @Test("that is whole says so, and shows its head") func whole() async throws {
        let stage = try Stage([Self.stream(Self.found(false), Self.found(true))]).loggedIn()
        #expect(await stage.run("audit", "verify", "--expect", Self.head) == 0)
        #expect(stage.asked == ["GET /admin/audit/verify?expect=\(Self.head.escaped)"])
        #expect(
            stage.terminal.output == """
                Rows  7
                Head  \(Self.head)

                It is as it was written.

                """)
    }

    @Test("that is not names the row, and ends with 65") func broken() async throws {
        let stage = try Stage([Self.stream(Self.found(true, Self.fault))]).loggedIn()
        #expect(await stage.run("audit", "verify") == 65)
        #expect(stage.terminal.complaints.contains("Row 8 was edited."))
        let program = try Stage([Self.stream(Self.found(true, Self.fault))]).loggedIn()
        #expect(await program.run("audit", "verify", "-o", "json") == 65)
        #expect(program.terminal.output.contains("\"kind\" : \"edited\""))
    }

    @Test("is not called whole by half an answer") func half() async throws {
        let stage = try Stage([Self.stream(Self.found(false))]).loggedIn()
        #expect(await stage.run("audit", "verify") == 6)
        let broken = try Stage([
            .stream([Self.found(false)], type: "application/x-ndjson", breaks: true)
        ]).loggedIn()
        #expect(await broken.run("audit", "verify") == 5)
    }

    @Test("in files is looked into without a server") func local() async throws {
        let stage = Stage([])
        let asked = AsyncStream.makeStream(of: LocalAudit.Place.self)
        let inspector: LocalAudit.Inspector = { place, expected in
            #expect(expected == Self.head)
            asked.continuation.yield(place)
            return AuditInspectionReply(checked: 7, head: Self.head, isOver: true)
        }
        stage.inspector = inspector
        for option in ["data", "file"] {
            #expect(
                await stage.run("audit", "verify", "--\(option)", "/x", "--expect", Self.head) == 0)
        }
        asked.continuation.finish()
        let places = await asked.stream.reduce(into: []) { $0.append($1) }
        #expect(places == [.data("/x"), .file("/x")])
        #expect(stage.asked == [])
        stage.inspector = nil
        #expect(await stage.run("audit", "verify", "--data", "/x") == 3)
        #expect(await stage.run("audit", "verify", "--data", "/x", "--file", "/y") == 64)
    }

    @Test("is written out as it comes") func export() async throws {
        let hash = String(repeating: "0b", count: 32)
        let row = """
            {"action":"a.b","actor":"system","at":"2026-01-31T09:30:00.000Z","details":{},\
            "hash":"\(hash)","previousHash":"\(hash)","role":"system","sequence":8,"subject":"s",\
            "subjectId":"i"}
            """
        let stage = try Stage([Self.stream(row + "\n", row + "\n")]).loggedIn()
        #expect(await stage.run("audit", "export", "--after", "6") == 0)
        #expect(stage.asked == ["GET /admin/audit/export?after=6"])
        #expect(stage.terminal.output == "\(row)\n\(row)\n")
        #expect(stage.terminal.complaints == "Rows: 2. Head: 8:\(hash)\n")
        let broken = try Stage([
            .stream([row], type: "application/x-ndjson", breaks: true)
        ]).loggedIn()
        #expect(await broken.run("audit", "export") == 5)
    }
}
