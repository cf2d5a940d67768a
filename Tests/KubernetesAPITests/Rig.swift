import Domain
import KubernetesAPI
import TestSupport

/// A client, a server that answers as a script says, and a clock that a test turns.
struct Rig {
    let server: ScriptedServer
    let client: KubernetesClient
    let clock: ManualClock

    /// Runs `body` with all three, and closes them.
    static func run(
        credential: KubernetesCredential = .none,
        _ script: @escaping @Sendable (ScriptedRequest) -> String,
        _ body: (Rig) async throws -> Void
    ) async throws {
        let server = try await ScriptedServer(script)
        let clock = ManualClock()
        let client = try KubernetesClient(
            KubernetesConfiguration(
                server: ServerURL(isSecure: false, host: "127.0.0.1", port: server.port),
                credential: credential),
            clock: clock, randomness: SeededRandomness())
        let rig = Rig(server: server, client: client, clock: clock)
        do {
            try await body(rig)
        } catch {
            await client.close()
            throw error
        }
        await client.close()
        try? await server.close()
    }

    /// The same, with answers one after the other.
    static func answering(
        credential: KubernetesCredential = .none, _ answers: [String],
        _ body: (Rig) async throws -> Void
    ) async throws {
        let script = Script(answers)
        try await run(credential: credential, { _ in script.next() }, body)
    }

    /// The requests that came first.
    func heard(_ count: Int) async -> [ScriptedRequest] {
        var all: [ScriptedRequest] = []
        for await request in server.requests {
            all.append(request)
            if all.count == count { break }
        }
        return all
    }
}
