import DockerAPI
import Domain
import Foundation
import RealWorld
import StoreSQLite
import Synchronization
import TestSupport
import Testing

/// An installation that lives for one test: a data directory, ports, and what it has made at the
/// daemon.
final class Install: Sendable {
    /// Each takes the memory and the processor of a server and a few services.
    fileprivate static let turnstile = Turnstile(places: 4)
    private static let nextPort = Atomic(26_000)
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    let folder: URL
    let data: String
    let ports: ClosedRange<Int>
    let docker: DockerClient
    private let ground: Ground
    private let runs = Mutex<[Run]>([])

    /// Where its services run.
    enum Ground { case docker, cluster }

    /// Runs `body` in an installation of its own, and leaves nothing of it behind; in suites that
    /// are `inInstall`.
    static func with(
        data: String? = nil, on ground: Ground = .docker,
        _ body: (Install) async throws -> Void
    ) async throws {
        try #require(InTurn.hasCome)
        let install = try Install(data: data, on: ground)
        do {
            if ground == .docker { try await Isso.load(into: install.docker) }
            try await body(install)
        } catch {
            install.tell(error)
            try? await install.leave()
            throw error
        }
        try await install.leave()
    }

    private init(data: String?, on ground: Ground) throws {
        self.ground = ground
        folder = FileManager.default.temporaryDirectory
            .appending(path: "holdfast-e2e-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        self.data = data ?? folder.appending(path: "data").path()
        let first = Self.nextPort.wrappingAdd(10, ordering: .relaxed).oldValue
        ports = first...(first + 9)
        docker = try DockerClient(Daemon.endpoint())
    }

    /// Starts the program, and ends it with the test at the latest.
    func run(
        _ arguments: [String], environment: [String: String] = [:], input: String = "",
        onTerminal: Bool = false
    ) throws -> Run {
        let number = runs.withLock(\.count) + 1
        let run = try Run(
            arguments, environment: environment, input: input, onTerminal: onTerminal,
            in: folder, as: "run-\(number)")
        runs.withLock { $0.append(run) }
        return run
    }

    /// Options that come later win.
    func startServer(
        _ options: [String] = [], environment: [String: String] = [:]
    ) throws -> Run {
        let own = [
            "serve", "--data", data, "--listen", "127.0.0.1:0", "--public-host", "127.0.0.1",
            "--catalog", Self.root.appending(path: "catalog").path(), "--demo-customer",
            "--service-ports", "\(ports.lowerBound)-\(ports.upperBound)",
            "--look-interval", "1s", "--log-level", "info",
        ]
        return try run(own + options, environment: environment)
    }

    func serve(
        _ options: [String] = [], environment: [String: String] = [:]
    ) async throws -> Server {
        try await Server(startServer(options, environment: environment))
    }

    var demoPassword: String {
        get throws { try String(contentsOfFile: "\(data)/demo-password", encoding: .utf8) }
    }

    /// The customer that was made for trying things out.
    func customer(of server: Server) async throws -> Visitor {
        try await server.visitor.loggedIn(email: "demo@localhost", password: demoPassword)
    }

    /// The first admin's, once it was changed.
    static let adminPassword = "correct horse battery staple"

    /// The first admin, with a password that was changed as it must be.
    func admin(of server: Server) async throws -> Visitor {
        let first = try String(contentsOfFile: "\(data)/admin-password", encoding: .utf8)
        let visitor = try await server.visitor.loggedIn(
            email: "admin@localhost", password: first)
        let reply = try await visitor.send(
            .PUT, "me/password",
            json: ["currentPassword": first, "newPassword": Self.adminPassword])
        try #require(reply.status == 204, "\(reply.text)")
        return visitor
    }

    private func tell(_ error: any Error) {
        let stories = runs.withLock(\.self).suffix(5).map { run in
            "--- process \(run.process) ---\n\(run.complained.suffix(6_000))"
        }
        FileHandle.standardError.write(
            Data("\(error)\n\(stories.joined(separator: "\n"))\n".utf8))
    }

    /// In a task of its own, which a time limit that is over does not cancel.
    private func leave() async throws {
        let tidying = await Task { try await tidy() }.result
        await docker.close()
        try tidying.get()
    }

    private func tidy() async throws {
        for run in runs.withLock(\.self) { await run.kill() }
        if ground == .docker, let name = try await recordedName() { try await remove(name) }
        // The database may still be closing, and taking files of its own away.
        try await eventually("\(folder.path()) cannot be removed.") { () -> Void? in
            try? FileManager.default.removeItem(at: folder)
            return FileManager.default.fileExists(atPath: folder.path()) ? nil : ()
        }
    }

    /// By its own records, also where a test broke off before it had asked for anything.
    private func recordedName() async throws -> String? {
        guard FileManager.default.fileExists(atPath: "\(data)/holdfast.db") else { return nil }
        let store = try await SQLiteStore.open(
            in: DataDirectory(claiming: data), clock: ManualClock())
        return try await store.read { try $0.value(.install) }
    }
}

extension Trait where Self == InTurn {
    static func inInstall(within limit: Duration) -> Self {
        InTurn(through: Install.turnstile, within: limit)
    }
}
