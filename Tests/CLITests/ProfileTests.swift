import FoundationEssentials
import Testing

@testable import CLI

@Suite("Profiles") struct ProfileTests {
    static let config = """
        # mine
        profile: work  # the usual one

        profiles:
          work:
            server: https://work.example
            output: json
            # not in colours
            color: never
            wait: false

          home:
            server: http://127.0.0.1:8080
        """

    private func stage(
        _ text: String? = config, _ script: [StubTransport.Reply] = [],
        environment: [String: String] = [:]
    ) throws -> Stage {
        let stage = Stage(script, environment: environment)
        if let text { try stage.write(config: text) }
        return stage
    }

    struct Case: Sendable {
        var arguments: [String] = []
        var environment: [String: String] = [:]
        var profile = Profile()
        var login: String?
        var server = "http://127.0.0.1:8080"
        var format = ClientOptions.Format.table
        var color = ColorChoice.auto
        var waits = true
    }

    private static let full = Profile(
        server: "https://p.example", output: .json, color: .always, wait: false)

    @Test(
        "go after options and the environment, and before the last login",
        arguments: [
            Case(), Case(login: "https://last.example", server: "https://last.example"),
            Case(
                profile: full, login: "https://last.example", server: "https://p.example",
                format: .json, color: .always, waits: false),
            Case(
                environment: [
                    "HOLDFAST_SERVER": "https://e.example", "HOLDFAST_OUTPUT": "table",
                    "NO_COLOR": "1", "HOLDFAST_WAIT": "true",
                ], profile: full, server: "https://e.example", color: .never),
            Case(
                environment: [
                    "HOLDFAST_SERVER": "", "HOLDFAST_OUTPUT": "", "NO_COLOR": "",
                    "HOLDFAST_WAIT": "",
                ], profile: full, server: "https://p.example", format: .json, color: .always,
                waits: false),
            Case(
                arguments: [
                    "--server", "https://O.example/", "--output", "json", "--color", "auto",
                ],
                environment: [
                    "HOLDFAST_SERVER": "https://e.example", "HOLDFAST_OUTPUT": "table",
                    "NO_COLOR": "1", "HOLDFAST_WAIT": "false",
                ], profile: full, server: "https://o.example", format: .json, waits: false),
        ])
    func precedence(_ one: Case) throws {
        let chosen = try Preferences(
            ClientOptions.parse(one.arguments), environment: one.environment,
            profile: one.profile, lastLogin: one.login)
        #expect(chosen.server == one.server)
        #expect(chosen.format == one.format)
        #expect(chosen.color == one.color)
        #expect(chosen.waits == one.waits)
    }

    @Test(
        "are named by the option, else the environment, else the file",
        arguments: [
            ([], [:], "https://work.example"),
            ([], ["HOLDFAST_PROFILE": "home"], "http://127.0.0.1:8080"),
            (["--profile", "work"], ["HOLDFAST_PROFILE": "home"], "https://work.example"),
        ])
    func chosen(
        _ arguments: [String], _ environment: [String: String], _ server: String
    ) async throws {
        let stage = try stage(
            Self.config, [.broken, .broken],
            environment: environment.merging(["HOLDFAST_TOKEN": "t"]) { $1 })
        #expect(await stage.run(["whoami"] + arguments) == 5)
        #expect(stage.transport.requests.map(\.url).first == "\(server)/api/v1/me")
    }

    @Test("say how long to stay, where the command does not") func wait() async throws {
        let pending = StubTransport.Reply.json(202, Samples.operation("pending"))
        let silent = try stage(
            Self.config, [pending], environment: ["HOLDFAST_TOKEN": "t"])
        #expect(await silent.run("restart", "x") == 0)
        let stays = try stage(
            Self.config,
            [
                pending, .events("event: end\ndata: {}\n\n"),
                .json(200, Samples.operation("succeeded")),
            ],
            environment: ["HOLDFAST_TOKEN": "t"])
        #expect(await stays.run("restart", "x", "--wait") == 0)
    }

    @Test("that are not there are told with those that are") func unknown() async throws {
        let stage = try stage()
        #expect(await stage.run("list", "--profile", "wrok") == 64)
        #expect(stage.terminal.complaints.contains("There are: home, work."))
    }

    @Test(
        "are refused where they are wrong, by line and column, with what would be right",
        arguments: [
            ("profil: x", "1:1: unknown key “profil”; known here: profile, profiles."),
            ("profile: x\nprofiles: {}", "1:10: there is no profile “x” below “profiles:”"),
            ("profiles:\n  a:\n    servr: x", "3:5: unknown key “servr”; known here: server"),
            ("profiles:\n  a:\n    server: x", "3:13: “x” is not a server's address; write"),
            ("profiles:\n  a:\n    output: xml", "3:13: “xml” is unknown here; write one of: t"),
            ("profiles:\n  a:\n    color: blue", "3:12: “blue” is unknown here; write one of:"),
            ("profiles:\n  a:\n    wait: yes", "3:11: “yes” is neither; write true or false."),
            ("profiles:\n  a:\n    wait:", "3:10: a value is missing here"),
            ("profiles:\n  a b: {}", "2:3: “a b” is no name; write letters"),
            ("profiles: [a]", "1:11: here must be keys and values"),
            ("profiles:\n  a: {}\n  a: {}", "given more than once: “a”; keep one of each."),
            ("profiles:\n\ta: {}", "not valid YAML"),
        ])
    func wrong(_ text: String, _ why: String) async throws {
        let stage = try stage(text)
        #expect(await stage.run("list") == 64)
        let path = "\(stage.home)/.config/holdfast/config.yaml:"
        #expect(stage.terminal.complaints.contains(path))
        #expect(stage.terminal.complaints.contains(why), "\(stage.terminal.complaints)")
    }

    @Test("may be left out, or left empty", arguments: ["", "# nothing\n", "profiles:\n"])
    func empty(_ text: String) throws {
        #expect(try ProfileBook(reading: text, from: "c") == ProfileBook())
    }

    @Test("are made, used and removed, and a person's own lines stay") func change() async throws {
        let stage = try stage()
        #expect(
            await stage.run(
                "profiles", "add", "lab", "--server", "https://LAB.example", "--no-wait")
                == 0)
        #expect(await stage.run("profiles", "use", "lab") == 0)
        #expect(await stage.run("profiles", "remove", "work") == 0)
        #expect(
            try stage.config() == """
                # mine
                profile: lab # the usual one

                profiles:

                  home:
                    server: http://127.0.0.1:8080
                  lab:
                    server: https://lab.example
                    wait: false

                """)
        #expect(await stage.run("profiles", "remove", "lab") == 0)
        #expect(try !stage.config().contains("profile: lab"))
        #expect(await stage.run("profiles", "remove", "lab") == 64)
    }

    @Test("can be made where there is no file yet") func first() async throws {
        let stage = try stage(nil)
        #expect(await stage.run("profiles") == 0)
        #expect(stage.terminal.output.contains("holdfast profiles add NAME"))
        #expect(await stage.run("profiles", "add", "a", "--output", "json") == 0)
        #expect(await stage.run("profiles", "add", "b") == 0)
        #expect(await stage.run("profiles", "use", "a") == 0)
        #expect(await stage.run("profiles", "add", "a") == 3)
        #expect(
            try stage.config().hasSuffix("profile: a\nprofiles:\n  a:\n    output: json\n  b: {}\n")
        )
        #expect(await stage.run("profiles", "list", "-o", "json") == 0)
        #expect(stage.terminal.output.contains("\"profile\" : \"a\""))
    }

    @Test(
        "in a file of another shape are left as they are",
        arguments: ["profiles: {a: {wait: true}}", "{profile: a, profiles: {a: {}}}"])
    func untouched(_ text: String) async throws {
        let stage = try stage(text)
        #expect(await stage.run("profiles", "remove", "a") == 64)
        #expect(await stage.run("profiles", "add", "b") == 64)
        #expect(stage.terminal.complaints.contains("by hand"))
        #expect(try stage.config() == text)
    }

    @Test("are listed, the one in force with a star") func list() async throws {
        let stage = try stage(Self.config, environment: ["HOLDFAST_PROFILE": "home"])
        #expect(await stage.run("profiles") == 0)
        #expect(
            stage.terminal.output == """
                   PROFILE  SERVER                 OUTPUT  COLOR  WAIT
                *  home     http://127.0.0.1:8080
                   work     https://work.example   json    never  false

                """)
    }
}

extension Stage {
    private var path: String { "\(home)/.config/holdfast/config.yaml" }

    func write(config: String) throws {
        try FileManager.default.createDirectory(
            atPath: "\(home)/.config/holdfast", withIntermediateDirectories: true)
        try Data(config.utf8).write(to: URL(filePath: path))
    }

    func config() throws -> String {
        try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
}
