import DockerAPI
import Domain
import FoundationEssentials

extension Examination {
    private static let patience = Duration.seconds(5)

    /// What was found, and how far the engine's clock is ahead.
    func examineEngine(
        _ abilities: @escaping @Sendable (_ host: String) async -> EngineAbilities?
    ) async -> (facts: EngineFacts, lead: Duration?) {
        let search = EngineSearch(environment: environment)
        let host = search.named ?? knownEngine ?? "unix:///var/run/docker.sock"
        var facts = EngineFacts(host: host)
        let client: DockerClient
        do {
            client = try DockerClient(search.endpoint(of: host))
        } catch {
            facts.silence = "\(error)"
            return (facts, nil)
        }
        let lead = await look(at: client, &facts)
        await client.close()
        if facts.version == nil {
            let others = search.usual.filter { $0 != host }
            facts.others = [await search.first(of: others)].compactMap(\.self)
        } else {
            facts.sizes = await within(Self.patience) { await abilities(host) }??.sizes
        }
        return (facts, lead)
    }

    private func look(at client: DockerClient, _ facts: inout EngineFacts) async -> Duration? {
        let version = await within(Self.patience) {
            await Self.result { try await client.version() }
        }
        switch version {
        case .success(let version): facts.version = version
        case .failure(let error): facts.silence = "\(error)"
        case nil: facts.silence = "it took longer than \(Self.patience.components.seconds) s."
        }
        guard facts.version != nil else { return nil }
        let start = clock.now()
        facts.report = await within(Self.patience) { try? await client.report() } ?? nil
        let end = clock.now()
        let middle = start + .milliseconds((end - start).milliseconds / 2)
        return facts.report?.time.flatMap(Self.instant).map { $0 - middle }
    }

    private static func result<Value>(
        _ body: () async throws -> Value
    ) async -> Result<Value, any Error> {
        do { return .success(try await body()) } catch { return .failure(error) }
    }

    /// RFC 3339 without its fraction of a second, which is not missed here.
    static func instant(_ text: String) -> Instant? {
        let pattern = /(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)/
        guard let match = text.wholeMatch(of: pattern) else { return nil }
        let date = try? Date("\(match.1)\(match.2)", strategy: Date.ISO8601FormatStyle())
        return date.map { Instant($0) }
    }
}
