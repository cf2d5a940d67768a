import Foundation
import Glibc
import RealWorld
import TestSupport
import Testing

/// `holdfast up`, as a person starts it.
@Suite(.needsDocker, .needsIsso, .inInstall(within: .seconds(300)))
struct UpTests {
    private func environment(_ install: Install) -> [String: String] {
        ["XDG_DATA_HOME": install.folder.appending(path: "share").path(), "HOLDFAST_DATA": ""]
    }

    @Test func itKeepsWhatItNeedsInItsOwnPlaceAndEndsWhenInterrupted() async throws {
        try await Install.with { install in
            let run = try install.run(
                ["up", "--listen", "127.0.0.1:0"], environment: environment(install))
            let server = try await Server(run)
            #expect(try await server.visitor.send(.GET, "openapi.json").status == 200)
            let folder = install.folder.appending(path: "share/holdfast")
            #expect(run.said.contains("Data: \(folder.path())"))
            for file in ["holdfast.db", "engine", "admin-password"] {
                let path = folder.appending(path: file).path()
                #expect(FileManager.default.fileExists(atPath: path), "\(file)")
            }
            run.send(SIGINT)
            #expect(await run.ending.code == 0, "\(run.complained)")
        }
    }

    @Test func itOpensItsAddressWhereSomebodySeesIt() async throws {
        try await Install.with { install in
            let tools = install.folder.appending(path: "bin")
            try FileManager.default.createDirectory(at: tools, withIntermediateDirectories: true)
            let opener = tools.appending(path: "xdg-open")
            let opened = install.folder.appending(path: "opened")
            // Ends the server as a person does by Ctrl-C, once the page was asked for.
            try Data("#!/bin/sh\necho \"$1\" > \(opened.path())\nkill -INT $PPID\n".utf8)
                .write(to: opener)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755], ofItemAtPath: opener.path())
            let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
            let seen = [
                "PATH": "\(tools.path()):\(path)", "DISPLAY": ":9",
            ].merging(environment(install)) { $1 }
            let run = try install.run(
                ["up", "--listen", "127.0.0.1:0"], environment: seen, onTerminal: true)
            #expect(await run.ending.code == 0, "\(run.said)")
            let address = try String(contentsOf: opened, encoding: .utf8)
            #expect(address.hasPrefix("http://127.0.0.1:"))
        }
    }
}
