import FoundationEssentials
import Testing

@testable import CLI

@Suite("Logging in") struct LoginTests {
    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test("asks, keeps the tokens in a file of one's own, and shows none") func asks() async throws
    {
        let stage = Stage(
            [.json(200, Samples.login(1))], canAsk: true, typed: ["ann@example.org"],
            secrets: ["secret"])
        #expect(await stage.run("login", "--server", "https://PAAS.example/") == 0)
        #expect(
            stage.terminal.output
                == "Logged in at https://paas.example as Ann <ann@example.org>, customer.\n")
        #expect(stage.terminal.complaints == "E-mail: Password: \n")
        #expect(
            try stage.file.load(for: Stage.server)
                == Credentials(
                    server: Stage.server, email: "ann@example.org", accessToken: "access-1",
                    refreshToken: "refresh-1"))
        #expect(try mode(stage.file.path) == 0o600)
        #expect(try mode("\(stage.home)/.config/holdfast") == 0o700)
        #expect(stage.header("Authorization") == [nil])
    }

    @Test("tightens a file that others could read") func tightens() async throws {
        let stage = try Stage([.json(200, Samples.login(2))], typed: ["secret"]).loggedIn()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o644], ofItemAtPath: stage.file.path)
        #expect(await stage.run("login", "--email", "ann@example.org", "--password-stdin") == 0)
        #expect(try mode(stage.file.path) == 0o600)
    }

    @Test(
        "warns where a password would cross a network readable",
        arguments: [
            ("http://paas.example", true), ("http://127.0.0.1:8080", false),
            ("http://localhost", false), ("https://paas.example", false),
        ])
    func warns(_ server: String, _ expected: Bool) {
        #expect(ServerAddress.isOpenToAll(server) == expected)
    }

    @Test("has a one-time password changed at once, typed twice") func changes() async throws {
        let stage = Stage(
            [
                .json(200, Samples.login(1, mustChange: true)), .json(200, Samples.user),
                .json(204, ""), .json(200, Samples.login(2)),
            ], canAsk: true, secrets: ["once", "my own password", "my own password"])
        #expect(
            await stage.run("login", "--server", Stage.server, "--email", "ann@example.org") == 0)
        #expect(
            stage.asked == ["POST /auth/login", "GET /me", "PUT /me/password", "POST /auth/login"])
        #expect(try stage.file.load(for: Stage.server)?.refreshToken == "refresh-2")
        #expect(!stage.terminal.output.contains("once\n"))
    }

    @Test("keeps the old password when the new ones differ") func differ() async throws {
        let stage = Stage(
            [.json(200, Samples.login(1, mustChange: true))], canAsk: true,
            secrets: ["once", "my own password", "my own passwort"])
        #expect(
            await stage.run("login", "--server", Stage.server, "--email", "ann@example.org") == 3)
        #expect(stage.asked == ["POST /auth/login"])
    }

    @Test("says how to go on where nobody can be asked") func piped() async throws {
        let stage = Stage([.json(200, Samples.login(1, mustChange: true))], typed: ["once"])
        let status = await stage.run(
            "login", "--server", Stage.server, "--email", "ann@example.org", "--password-stdin")
        #expect(status == 0)
        #expect(
            stage.terminal.complaints
                == "This password was made to be used once. Set your own: holdfast password\n")
    }

    @Test("gets new tokens once when the old have run out") func refreshes() async throws {
        let stage = try Stage([
            .json(401, Samples.problem(401, "unauthenticated")), .json(200, Samples.login(2)),
            .json(200, Samples.user),
        ]).loggedIn()
        #expect(await stage.run("whoami") == 0)
        #expect(stage.asked == ["GET /me", "POST /auth/refresh", "GET /me"])
        #expect(stage.header("Authorization") == ["Bearer access-1", nil, "Bearer access-2"])
        #expect(try stage.file.load(for: Stage.server)?.refreshToken == "refresh-2")
    }

    @Test("takes the tokens that another command has fetched meanwhile") func meanwhile()
        async throws
    {
        let home = FileManager.default.temporaryDirectory
            .appendingPathComponent("holdfast-cli-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: home) }
        let file = CredentialFile(environment: ["XDG_CONFIG_HOME": home])
        let other = Credentials(
            server: Stage.server, email: "ann@example.org", accessToken: "access-2",
            refreshToken: "refresh-2")
        let stage = try Stage(
            [
                .after(
                    { try file.save(other) },
                    .json(401, Samples.problem(401, "unauthenticated"))),
                .json(200, Samples.user),
            ], environment: ["XDG_CONFIG_HOME": home]
        ).loggedIn()
        #expect(await stage.run("whoami") == 0)
        #expect(stage.asked == ["GET /me", "GET /me"])
        #expect(stage.header("Authorization") == ["Bearer access-1", "Bearer access-2"])
    }

    @Test("is asked for when the new tokens are refused too") func ended() async throws {
        let no = Samples.problem(401, "unauthenticated")
        let stage = try Stage([.json(401, no), .json(401, no)]).loggedIn()
        #expect(await stage.run("whoami") == 4)
        #expect(
            stage.terminal.complaints == """
                holdfast: Not logged in
                The login has ended. Run: holdfast login

                """)
    }

    @Test("at one server is not told to another") func otherServer() async throws {
        let stage = try Stage([]).loggedIn()
        #expect(await stage.run("whoami", "--server", "https://other.example") == 4)
        #expect(stage.transport.requests.isEmpty)
    }

    @Test("is not needed with a token of the environment, which goes before it")
    func token() async throws {
        let stage = try Stage(
            [.json(200, Samples.user)],
            environment: ["HOLDFAST_TOKEN": "hft_x", "HOLDFAST_SERVER": "https://other.example"]
        ).loggedIn()
        #expect(await stage.run("whoami") == 0)
        #expect(stage.header("Authorization") == ["Bearer hft_x"])
        #expect(stage.transport.requests.map(\.url) == ["https://other.example/api/v1/me"])
    }

    @Test("ends here even when the server cannot be told") func logout() async throws {
        let stage = try Stage([.broken, .broken]).loggedIn()
        #expect(await stage.run("logout") == 5)
        #expect(try stage.file.load(for: Stage.server) == nil)
        let heard = try Stage([.json(200, Samples.user), .json(204, "")]).loggedIn()
        #expect(await heard.run("logout") == 0)
        #expect(heard.asked == ["GET /me", "POST /auth/logout"])
        #expect(try heard.file.load(for: Stage.server) == nil)
    }
}
