import Conformance
import Domain
import EngineKubernetes
import Foundation
import KubernetesAPI
import Logging
import RealWorld
import Synchronization
import TestSupport
import Testing
import Wire

/// A cluster, and what the suite does in it behind the engine's back.
final class ClusterWorld: EngineWorld {
    let install: String
    let ground: any ClusterGround
    let cluster: KubernetesEngine
    let client: KubernetesClient
    private let lost: KubernetesEngine
    let namespace: String
    /// Above those that installations of other tests give out in the same cluster.
    private static let ports = Mutex(32_000)

    /// Runs `body` in a world of its own, on a real API server.
    static func real(
        _ body: @Sendable @escaping (ClusterWorld) async throws -> Void
    ) async throws {
        let install = newInstall()
        let namespace = namespace(of: install)
        try await with(install, on: try await RealGround(for: namespace), RealClock(), body)
    }

    /// The same in memory.
    static func model(
        clock: any WallClock = RealClock(),
        _ body: @Sendable @escaping (ClusterWorld, ModelGround) async throws -> Void
    ) async throws {
        let ground = try await ModelGround()
        try await with(newInstall(), on: ground, clock) { try await body($0, ground) }
    }

    private static func newInstall() -> String {
        String(UUID().uuidString.lowercased().prefix(6))
    }

    private static func namespace(of install: String) -> String {
        KubernetesEngineSettings(install: install).namespace(of: UserID("customer"))
    }

    private static func with(
        _ install: String, on ground: any ClusterGround, _ clock: any WallClock,
        _ body: @Sendable @escaping (ClusterWorld) async throws -> Void
    ) async throws {
        let world = try ClusterWorld(install, ground, clock)
        do {
            try await PlayedNode.storageClass(of: world.client)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await ground.play(in: world.namespace) }
                group.addTask { try await body(world) }
                // Whichever ends first: the ground never does by itself.
                try await group.next()
                group.cancelAll()
            }
        } catch {
            await world.close()
            throw error
        }
        await world.close()
    }

    private init(_ install: String, _ ground: any ClusterGround, _ clock: any WallClock) throws {
        self.install = install
        self.ground = ground
        let settings = KubernetesEngineSettings(install: install)
        let randomness = RealRandomness()
        func client(_ configuration: KubernetesConfiguration) throws -> KubernetesClient {
            try KubernetesClient(configuration, clock: clock, randomness: randomness)
        }
        func engine(_ client: KubernetesClient) -> KubernetesEngine {
            KubernetesEngine(
                settings, client: client, clock: clock, randomness: randomness,
                logger: Logger(label: "test"))
        }
        self.client = try client(ground.configuration)
        cluster = engine(try client(ground.configuration))
        var nowhere = ground.configuration
        nowhere.server.port = 1
        lost = engine(try client(nowhere))
        namespace = Self.namespace(of: install)
    }

    private func close() async {
        await cluster.close()
        await lost.close()
        await client.close()
        await ground.close()
    }

    var engine: any Engine { cluster }
    var lostEngine: any Engine { lost }
    var firstWords: String { "hello" }

    var service: CatalogService { Sample.service }

    func freePort() async throws -> Int {
        Self.ports.withLock { port in
            port += 1
            return port
        }
    }

    /// Somebody scales it down: what only crashes, its node starts again.
    func kill(_ workload: WorkloadID) async throws {
        try await patch(set(workload), ["spec": ["replicas": 0]])
    }

    /// Nothing can be renamed here; somebody makes a copy by another name.
    func rename(_ workload: WorkloadID) async throws {
        let name = set(workload)
        var copy = try await client.get(name, as: JSONValue.self)
        copy["status"] = nil
        copy["metadata"] = [
            "name": .string(name.name + "-copy"), "namespace": .string(namespace),
            "labels": copy["metadata"]?["labels"] ?? [:],
            "annotations": copy["metadata"]?["annotations"] ?? [:],
        ]
        let _: JSONValue = try await client.create(
            copy, at: ResourceName(.statefulSet, name.name + "-copy", in: namespace),
            manager: "somebody")
    }

    func loosenLimits(of workload: WorkloadID, made asked: Workload) async throws {
        let twice = JSONValue.string("\(2 * asked.spec.limits.memory.count)")
        let set: JSONValue = try await client.get(set(workload))
        var containers = set["spec"]?["template"]?["spec"]?["containers"]?.items ?? []
        containers[0]["resources"] = ["limits": ["memory": twice], "requests": ["memory": twice]]
        try await patch(
            self.set(workload),
            ["spec": ["template": ["spec": ["containers": .array(containers)]]]])
    }

    func removeWorkload(_ workload: WorkloadID) async throws {
        let seen: StatefulSet = try await client.get(set(workload))
        try await client.remove(
            set(workload), uid: seen.metadata.uid, propagation: .foreground)
        try await until {
            try await self.client.find(self.set(workload), as: StatefulSet.self) == nil
        }
    }

    func removeClaim(_ claim: ClaimName) async throws {
        _ = try await ground.ask(
            ModelRequest(
                "DELETE", "/api/v1/namespaces/\(namespace)/persistentvolumeclaims/\(claim)"))
        try await until { try await self.claim(claim) == nil }
    }

    func plantClaim(_ claim: ClaimName) async throws {
        try await ensureNamespace()
        let name = ResourceName(.persistentVolumeClaim, claim.rawValue, in: namespace)
        let object = KubernetesObject(
            name,
            [
                "spec": [
                    "accessModes": ["ReadWriteOnce"], "storageClassName": "memory",
                    "resources": ["requests": ["storage": "1Mi"]],
                ]
            ])
        let _: JSONValue = try await client.create(object.content, at: name, manager: "somebody")
    }

    func plantWorkload(on claim: ClaimName) async throws -> String {
        let name = ResourceName(.pod, "stranger", in: namespace)
        let object = KubernetesObject(
            name,
            [
                "spec": [
                    "containers": [["name": "shell", "image": "busybox:1.36"]],
                    "volumes": [
                        [
                            "name": "data",
                            "persistentVolumeClaim": ["claimName": .string(claim.rawValue)],
                        ]
                    ],
                ]
            ])
        let _: JSONValue = try await client.create(object.content, at: name, manager: "somebody")
        return "stranger"
    }

    func write(_ text: String, to file: String, in claim: ClaimName) async throws {
        let handle = try await handle(of: claim)
        ground.change(handle) { $0[file] = text }
    }

    func read(_ file: String, in claim: ClaimName) async throws -> String? {
        let handle = try await handle(of: claim)
        return ground.change(handle) { $0[file] }
    }
}

extension ClusterWorld {
    private func set(_ workload: WorkloadID) -> ResourceName {
        let parts = workload.rawValue.split(separator: "/").map(String.init)
        return ResourceName(.statefulSet, parts[1], in: parts[0])
    }

    private func patch(_ name: ResourceName, _ patch: JSONValue) async throws {
        let _: JSONValue = try await client.merge(patch, into: name, manager: "somebody")
    }

    private func ensureNamespace() async throws {
        let name = ResourceName(.namespace, namespace)
        let _: JSONValue = try await client.apply(
            KubernetesObject(name, [:]).content, to: name, manager: "somebody")
    }

    private func claim(_ name: ClaimName) async throws -> PersistentVolumeClaim? {
        try await client.find(
            ResourceName(.persistentVolumeClaim, name.rawValue, in: namespace))
    }

    /// Of the volume that the claim is bound to, once it is.
    private func handle(of claim: ClaimName) async throws -> String {
        try await until { try await self.claim(claim)?.isBound == true }
        return try #require(try await self.claim(claim)?.spec.volumeName)
    }

    func all(_ kind: ResourceKind) async throws -> [JSONValue] {
        try await client.list(kind, in: namespace).items
    }

    /// For half a minute at most.
    func until(_ isSo: () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        Issue.record("It never came to be.")
    }
}
