package import Domain
package import KubernetesAPI
package import Logging
import Synchronization
import Wire

/// Services as StatefulSets of one in a Kubernetes cluster.
///
/// It must be closed before it is let go.
package final class KubernetesEngine: Engine {
    /// Whose fields these are, for server-side apply.
    static let manager = "holdfast"

    package let settings: KubernetesEngineSettings
    let client: KubernetesClient
    let clock: any WallClock
    let randomness: any Randomness
    let logger: Logger
    /// Customers whose namespace has been made, so that it is not sent before each service.
    let housed = Mutex<Set<UserID>>([])
    /// The classes whose claims can be made larger, and when they were asked for.
    let growing = Mutex<(at: Instant, names: Set<String>)?>(nil)
    /// What is known without asking.
    let memory = Mutex(Memory())

    /// - Parameter client: Is closed with the engine.
    package init(
        _ settings: KubernetesEngineSettings, client: KubernetesClient, clock: any WallClock,
        randomness: any Randomness, logger: Logger
    ) {
        self.settings = settings
        self.client = client
        self.clock = clock
        self.randomness = randomness
        self.logger = logger
    }

    /// Ends all that is under way; nothing can be asked afterwards.
    package func close() async { await client.close() }

    package func greeting() async throws(EngineFailure) -> String {
        let version = try await ask { () throws(KubernetesError) in try await client.version() }
        return "Kubernetes \(version.gitVersion)"
    }

    /// Asks the cluster, and tells its errors as the port has them.
    func ask<Answer>(
        _ question: () async throws(KubernetesError) -> Answer
    ) async throws(EngineFailure) -> Answer {
        do {
            return try await question()
        } catch {
            throw EngineFailure(error)
        }
    }

    /// `nil` where it is not there.
    func find<Body: Decodable & Sendable>(
        _ name: ResourceName, as type: Body.Type = Body.self
    ) async throws(EngineFailure) -> Body? {
        try await ask { () throws(KubernetesError) in try await client.find(name, as: type) }
    }

    /// All of a kind that the selector finds.
    ///
    /// - Parameter namespace: `nil` for those of all namespaces.
    func list<Body: Decodable & Sendable>(
        _ kind: ResourceKind, in namespace: String? = nil, _ selector: String? = nil,
        as type: Body.Type = Body.self
    ) async throws(EngineFailure) -> [Body] {
        try await ask { () throws(KubernetesError) in
            try await client.list(kind, in: namespace, selector: selector, as: type).items
        }
    }

    /// Makes it so, whether or not it is there.
    func apply(_ object: KubernetesObject) async throws(EngineFailure) {
        try await ask { () throws(KubernetesError) in
            _ = try await client.apply(
                object.content, to: object.name, manager: Self.manager, as: Sent.self)
        }
    }

    /// Changes just this object as it was last seen, and no other of its name.
    ///
    /// - Parameter isAbsolute: Whether what is asked for depends on nothing else in it, so that
    ///   it does not matter if controllers have written into it since.
    func change(
        _ name: ResourceName, _ seen: ObjectMeta, _ members: [String: JSONValue],
        metadata: [String: JSONValue] = [:], isAbsolute: Bool = false
    ) async throws(EngineFailure) {
        var metadata = metadata
        metadata["uid"] = .string(seen.uid)
        if !isAbsolute { metadata["resourceVersion"] = .string(seen.resourceVersion) }
        let patch = JSONValue.object(members.merging(["metadata": .object(metadata)]) { $1 })
        try await ask { () throws(KubernetesError) in
            _ = try await client.merge(
                patch, into: name, manager: Self.manager, as: Sent.self)
        }
    }

    /// Looks again and again until it is so.
    ///
    /// - Returns: Whether it came to be in time.
    func settles(
        within limit: Duration, _ isSo: () async throws(EngineFailure) -> Bool
    ) async throws(EngineFailure) -> Bool {
        let end = clock.now() + limit
        while true {
            if try await isSo() { return true }
            guard clock.now() < end, (try? await clock.sleep(for: Self.glance)) != nil else {
                return false
            }
        }
    }

    /// Between two looks at something that takes no time as a rule.
    private static let glance = Duration.milliseconds(100)

    /// What is read of an answer that tells nothing new.
    struct Sent: Decodable, Sendable { var metadata: ObjectMeta }
}
