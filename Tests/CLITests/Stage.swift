import FoundationEssentials
import Synchronization
import Testing

@testable import CLI

/// The whole command line with a home of its own, and no network.
final class Stage {
    static let server = "https://paas.example"

    let home: String
    let file: CredentialFile
    let terminal: StubTerminal
    let transport: StubTransport
    private let environment: [String: String]
    /// By default no time passes.
    var pause: @Sendable (Duration) async throws -> Void = { _ in
        try Task.checkCancellation()
        await Task.yield()
    }

    /// Looks into files in place of the program's own.
    var inspector: LocalAudit.Inspector?

    init(
        _ script: [StubTransport.Reply], isTerminal: Bool = false, errorsAreSeen: Bool? = nil,
        canAsk: Bool = false, typed: [String] = [], secrets: [String] = [],
        environment: [String: String] = [:]
    ) {
        home =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("holdfast-cli-\(UUID().uuidString)").path
        self.environment = ["HOME": home, "TERM": "xterm"].merging(environment) { $1 }
        file = CredentialFile(environment: self.environment)
        terminal = StubTerminal(
            showsOutput: isTerminal, showsErrors: errorsAreSeen ?? isTerminal, canAsk: canAsk,
            typed: typed, secrets: secrets)
        transport = StubTransport(script)
    }

    deinit { try? FileManager.default.removeItem(atPath: home) }

    /// Someone who has logged in before.
    func loggedIn(access: String = "access-1", refresh: String = "refresh-1") throws -> Self {
        try file.save(
            Credentials(
                server: Self.server, email: "ann@example.org", accessToken: access,
                refreshToken: refresh))
        return self
    }

    /// Runs one command line, all of whose answers must be used up.
    func run(_ arguments: String...) async -> Int32 { await run(arguments) }

    func run(_ arguments: [String]) async -> Int32 {
        let keys = Mutex(0)
        let status = await ClientRoot.run(
            arguments,
            in: Surroundings(
                environment: environment, terminal: terminal, transport: transport,
                pause: pause, uptime: { .zero },
                newKey: {
                    keys.withLock {
                        $0 += 1
                        return "key-\($0)"
                    }
                }, inspector: inspector))
        #expect(transport.rest == 0, "answers that nobody asked for")
        return status
    }

    /// `POST /subscriptions`, for each request.
    var asked: [String] {
        transport.requests.map { request in
            let path = request.url.replacing("\(Self.server)/api/v1", with: "")
            return "\(request.method) \(path)"
        }
    }

    func header(_ name: String) -> [String?] { transport.requests.map { $0.headers[name] } }
}
