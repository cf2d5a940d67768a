import FoundationEssentials
import Testing

@testable import CLI

@Suite("Logins") struct CredentialFileTests {
    private let stage = Stage([])

    private func login(_ server: String, _ token: String = "t") -> Credentials {
        Credentials(
            server: server, email: "ann@example.org", accessToken: token, refreshToken: token)
    }

    @Test("at several servers are kept side by side") func several() throws {
        try stage.file.save(login("https://a.example"))
        try stage.file.save(login("https://b.example"))
        try stage.file.save(login("https://a.example", "new"), isNew: false)
        #expect(try stage.file.load(for: "https://a.example")?.accessToken == "new")
        #expect(try stage.file.load(for: "https://b.example")?.accessToken == "t")
        #expect(try stage.file.lastServer() == "https://b.example")
        try stage.file.remove("https://b.example")
        #expect(try stage.file.load(for: "https://b.example") == nil)
        #expect(try stage.file.lastServer() == nil)
        #expect(try stage.file.load(for: "https://a.example") != nil)
        try stage.file.remove("https://a.example")
        #expect(!FileManager.default.fileExists(atPath: stage.file.path))
    }

    @Test("of the time when there was one only are still good") func before() throws {
        try stage.file.save(login("https://z.example"))
        let old = try JSONEncoder().encode(login("https://a.example"))
        try old.write(to: URL(filePath: stage.file.path))
        #expect(try stage.file.load(for: "https://a.example")?.accessToken == "t")
        #expect(try stage.file.lastServer() == "https://a.example")
    }

    @Test("that cannot be read are told, and can be removed") func damaged() throws {
        try stage.file.save(login("https://a.example"))
        try Data("{".utf8).write(to: URL(filePath: stage.file.path))
        #expect(throws: Failure.self) { try stage.file.load(for: "https://a.example") }
        try stage.file.remove("https://a.example")
        #expect(try stage.file.load(for: "https://a.example") == nil)
    }
}
