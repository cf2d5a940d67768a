import Testing
import Wire

@testable import CLI

/// The catalog as the server has it.
@Suite("The catalog") struct CatalogTests {
    private static let folder =
        #""folder":"/etc/offers","loadedAt":"2026-01-01T00:00:00.000Z","services":["ghost","n8n"]"#

    @Test("is shown, and read again when asked") func act() async throws {
        let shown = try Stage([.json(200, "{\(Self.folder)}")]).loggedIn()
        #expect(await shown.run("admin", "catalog") == 0)
        #expect(shown.asked == ["GET /admin/catalog"])
        #expect(shown.terminal.output.contains("ghost, n8n"))
        let read = try Stage([.json(200, "{\(Self.folder)}")]).loggedIn()
        #expect(await read.run("admin", "catalog", "reload") == 0)
        #expect(read.asked == ["POST /admin/catalog/reload"])
    }

    @Test("with mistakes is told to programs, too") func mistakes() async throws {
        let refusal = #""refusedAt":"2026-01-01T00:00:00.000Z","refusal":"n8n.yaml:1:1: is empty""#
        let stage = try Stage([.json(200, "{\(Self.folder),\(refusal)}")]).loggedIn()
        #expect(await stage.run("admin", "catalog", "reload") == ExitStatus.badData.rawValue)
        #expect(stage.terminal.complaints.contains("n8n.yaml:1:1: is empty"))
    }
}
