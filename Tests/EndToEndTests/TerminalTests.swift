import Foundation
import Testing

/// What a person sees, and what a program is spared. Needs no engine.
@Suite(.timeLimit(.minutes(2))) struct TerminalTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-terminal-\(UUID().uuidString.prefix(8))")
        let config = folder.appending(path: "holdfast")
        try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
        try Data("profiles: {work: {server: https://work.example}}\n".utf8)
            .write(to: config.appending(path: "config.yaml"))
    }

    private func run(
        _ arguments: [String], _ environment: [String: String] = [:], onTerminal: Bool = false,
        endsWith code: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Run {
        let plain = [
            "XDG_CONFIG_HOME": folder.path(), "TERM": "xterm", "NO_COLOR": "",
            "HOLDFAST_SERVER": "", "HOLDFAST_PROFILE": "", "HOLDFAST_TOKEN": "",
        ]
        let run = try Run(
            arguments, environment: plain.merging(environment) { $1 }, onTerminal: onTerminal,
            in: folder, as: UUID().uuidString)
        #expect(
            await run.ending.code == code, "\(run.said)\(run.complained)",
            sourceLocation: sourceLocation)
        return run
    }

    @Test(
        "Colours are on a terminal only, and nowhere where NO_COLOR says so",
        arguments: [
            (true, [:], true), (true, ["NO_COLOR": "1"], false), (true, ["TERM": "dumb"], false),
            (false, [:], false), (false, ["CLICOLOR_FORCE": "1"], true),
        ] as [(Bool, [String: String], Bool)])
    func colours(
        _ onTerminal: Bool, _ environment: [String: String], _ painted: Bool
    ) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let list = try await run(["profiles"], environment, onTerminal: onTerminal)
        #expect(list.said.contains("work"))
        #expect(list.said.contains("\u{1B}[") == painted)
    }

    @Test("A refusal is painted on a terminal, too") func refusal() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let seen = try await run(["list", "--profile", "x"], onTerminal: true, endsWith: 64)
        #expect(seen.said.contains("\u{1B}[31m"))
        let piped = try await run(["list", "--profile", "x"], endsWith: 64)
        #expect(piped.complained.contains("There are: work."))
        #expect(!piped.complained.contains("\u{1B}["))
    }

    @Test("Shells get what completes the commands", arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = try await run(["completions", shell]).said
        #expect(script.contains("undo-reset"))
        #expect(script.contains("---completion"))
    }

    @Test("The doctor finds an engine that does not answer, and says so to programs")
    func doctor() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let environment = [
            "DOCKER_HOST": "unix://\(folder.path())/none.sock",
            "HOLDFAST_DATA": folder.appending(path: "data").path(),
            "HOLDFAST_CATALOG": Install.root.appending(path: "catalog").path(),
        ]
        let told = try await run(["doctor"], environment, endsWith: 69)
        #expect(told.said.contains("No engine answers"))
        let json = try await run(["doctor", "--output", "json"], environment, endsWith: 69).said
        struct Report: Decodable { var status: Int }
        #expect(try JSONDecoder().decode(Report.self, from: Data(json.utf8)).status == 69)
        #expect(!FileManager.default.fileExists(atPath: "\(folder.path())/data"))
    }

    @Test("A server is not started without an engine that has the data") func up() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let data = folder.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try Data("unix:///nosuch.sock\n".utf8).write(to: data.appending(path: "engine"))
        let run = try await run(
            ["up", "--no-open"], ["DOCKER_HOST": "", "HOLDFAST_DATA": data.path()], endsWith: 1)
        #expect(run.complained.contains("unix:///nosuch.sock does not answer"))
    }
}
