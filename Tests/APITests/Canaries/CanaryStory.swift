import API
import Domain
import FoundationEssentials
import Hummingbird
import Reconciler
import TestSupport
import Testing
import Wire

/// A whole story of requests, with what goes wrong in one; every answer is put into the cage, but
/// for the one field of it that is meant for whoever asked.
struct CanaryStory: Sendable {
    let world: World
    let cage: Cage
    let client: Client
    let engine = MemoryEngine()

    private var worker: InstanceWorker {
        InstanceWorker(
            store: world.store, engine: engine, randomness: SeededRandomness(),
            settings: ReconcilerSettings(
                address: PublicAddress(host: "services.test"), hostPorts: 20000...20009),
            logger: world.log.logger)
    }

    @discardableResult
    func ask(
        _ method: HTTPRequest.Method, _ path: String, _ body: String? = nil,
        by token: String? = nil, giving secrets: [String] = []
    ) async throws -> Answer {
        let answer = try await client.with(token).send(method, "/api/v1/\(path)", [:], body)
        var text = answer.text
        for name in secrets {
            let field = try Regex("\"\(name)\":\"([^\"]*)\"")
            if let match = text.firstMatch(of: field), let secret = match[1].substring {
                cage.plant(String(secret), as: "\(name) of \(method) \(path)")
                text = text.replacing(secret, with: "")
            }
        }
        cage.search(text, in: "the answer to \(method) \(path)")
        cage.search("\(answer.headers)", in: "the fields of \(method) \(path)")
        return answer
    }

    func logIn(_ email: String, _ password: String) async throws -> LoginReply? {
        let answer = try await ask(
            .post, "auth/login", #"{"email":"\#(email)","password":"\#(password)"}"#,
            giving: ["accessToken", "refreshToken"])
        return answer.status == 200 ? try answer.decoded() : nil
    }

    /// Lets the reconciler do what is to be done.
    func reconcile() async throws {
        let ids = try await world.store.read { try $0.instanceIDs() }
        for id in ids {
            for _ in 1...20 {
                guard let pause = await worker.lookAfter(id) else { break }
                world.clock.advance(by: pause)
            }
        }
    }

    /// Everything that was kept or said meanwhile.
    func gather(by admin: String) async throws {
        for line in world.log.lines {
            cage.search("\(line.message) \(line.metadata)", in: "the log")
        }
        try await gatherSecrets()
        for path in [
            "admin/audit?limit=200", "admin/audit/export", "admin/audit/verify",
            "operations?limit=200", "subscriptions?limit=200", "admin/users?limit=200",
            "me/tokens", "openapi.json",
        ] {
            try await ask(.get, path, by: admin)
        }
        let names = try await world.store.read { try $0.instances(Page(limit: 200)) }.map(\.name)
        for name in names {
            for part in ["", "/instance", "/events?limit=200"] {
                try await ask(.get, "subscriptions/\(name)\(part)", by: admin)
            }
        }
        let notices = try await world.store.read { try $0.notices(in: nil, Page(limit: 200)) }
        cage.search("\(notices)", in: "the notices")
    }

    /// The services' own.
    private func gatherSecrets() async throws {
        let secrets = try await world.store.read { rows in
            try rows.instances(Page(limit: 200)).flatMap { instance in
                try (1...instance.generation).flatMap {
                    try rows.secrets(of: instance.id, generation: $0)
                }
            }
        }
        #expect(!secrets.isEmpty)
        for secret in secrets {
            cage.plant(
                secret.value,
                as: "\(secret.name) of \(secret.instanceID), \(secret.generation)")
        }
        let key = try await world.store.read { try $0.value(.tokenKey) }
        cage.plant(key, as: "the key of access tokens")
    }
}
