import Foundation
import GRDB

/// Copies of the database, as an operator makes them and puts them back.
extension Install {
    private var database: String { "\(data)/holdfast.db" }

    /// A whole one, while the server runs.
    func copyDatabase() throws -> String {
        let copy = folder.appending(path: "copy-\(UUID().uuidString.prefix(8)).db").path()
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        try DatabaseQueue(path: database, configuration: configuration).vacuum(into: copy)
        return copy
    }

    /// The server must not run.
    func putBack(_ copy: String) throws {
        for tail in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: database + tail)
        }
        try FileManager.default.copyItem(atPath: copy, toPath: database)
    }

    /// Runs a command of the client as the first admin; answers what it has printed.
    func asAdmin(_ arguments: String..., at server: Server) async throws -> String {
        let environment = [
            "HOLDFAST_SERVER": server.url,
            "XDG_CONFIG_HOME": folder.appending(path: "admin").path(),
        ]
        let login = ["login", "--email", "admin@localhost", "--password-stdin"]
        var said = ""
        for (command, input) in [(login, "\(Self.adminPassword)\n"), (arguments, "")] {
            let run = try run(command, environment: environment, input: input)
            guard await run.ending.code == 0 else { throw Server.Silence(why: run.complained) }
            said = run.said
        }
        return said
    }
}
