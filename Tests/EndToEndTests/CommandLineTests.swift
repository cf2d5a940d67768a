import Foundation
import RealWorld
import TestSupport
import Testing
import Wire

/// The client as a person uses it, and as a program does.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(600)))
struct CommandLineTests {
    @Test func aServiceFromLoginToUndo() async throws {
        try await Install.with { install in
            let server = try await install.serve()
            let desk = Desk(install: install, server: server.url)
            #expect(try await desk.run(["list"], 4).complained.contains("holdfast login"))
            let login = ["login", "--email", "demo@localhost", "--password-stdin"]
            let password = try install.demoPassword
            #expect(try await desk.run(login, 4, input: "wrong\n").said == "")
            #expect(try await desk.run(login, input: "\(password)\n").said.contains("Logged in"))
            #expect(try await desk.run(["services"]).said.contains("isso"))
            #expect(try await desk.run(["subscribe", "isso", "Free"]).said.contains("RUNNING"))

            let list: PageReply<SubscriptionReply> = try await desk.read(["list"])
            #expect(list.items.count == 1)
            let made = try #require(list.items.first?.instance)
            let url = try #require(made.url)
            #expect(try await desk.run(["show", made.name]).said.contains(url))
            try await Isso.post("stay", to: url)
            try await expectResetAsksFirst(desk, made.name, url)

            #expect(try await desk.run(["undo-reset", made.name]).said != "")
            #expect(try await Isso.comments(at: url) == ["stay"])
            let logs = try await desk.run(["logs", made.name])
            #expect(logs.said + logs.complained != "")
            let operations: PageReply<OperationReply> = try await desk.read([
                "operations", "list", "--of", made.name,
            ])
            #expect(operations.items.map(\.kind) == ["undo-reset", "reset", "create"])
            #expect(operations.items.allSatisfy { $0.state == "succeeded" })
        }
    }

    /// Without a terminal nobody can be asked, and another name is no confirmation.
    private func expectResetAsksFirst(_ desk: Desk, _ name: String, _ url: String) async throws {
        #expect(try await desk.run(["reset", name], 64).complained.contains("--confirm"))
        let refused = try await desk.run(["reset", name, "--confirm", "yes"], 3)
        #expect(refused.complained.contains("--confirm \(name)"))
        #expect(try await Isso.comments(at: url) == ["stay"])
        let reset = try await desk.run(["reset", name, "--confirm", name])
        #expect(reset.said.contains("holdfast undo-reset \(name)"))
        #expect(try await Isso.comments(at: url) == [])
    }

    @Test func aServerThatIsNotThereHasAnExitCodeOfItsOwn() async throws {
        try await Install.with { install in
            let server = try await install.serve()
            let desk = Desk(install: install, server: server.url)
            let login = ["login", "--email", "demo@localhost", "--password-stdin"]
            _ = try await desk.run(login, input: "\(install.demoPassword)\n")
            #expect(try await server.run.terminate() == 0)
            let run = try await desk.run(["list"], 5)
            #expect(run.complained.contains(server.url))
            #expect(run.said == "")
        }
    }

    /// Where commands are typed.
    private struct Desk {
        var install: Install
        var server: String

        /// Runs a command to its end, which must have the exit code.
        func run(
            _ arguments: [String], _ code: Int32 = 0, input: String = "",
            sourceLocation: SourceLocation = #_sourceLocation
        ) async throws -> Run {
            let run = try install.run(
                arguments,
                environment: [
                    "HOLDFAST_SERVER": server,
                    "XDG_CONFIG_HOME": install.folder.appending(path: "config").path(),
                ], input: input)
            let ending = await run.ending.code
            #expect(
                ending == code, "\(arguments.joined(separator: " ")): \(run.complained)",
                sourceLocation: sourceLocation)
            return run
        }

        /// What a command prints for programs.
        func read<Body: Decodable>(_ arguments: [String]) async throws -> Body {
            let run = try await run(arguments + ["--output", "json"])
            return try JSONDecoder().decode(Body.self, from: Data(run.said.utf8))
        }
    }
}
