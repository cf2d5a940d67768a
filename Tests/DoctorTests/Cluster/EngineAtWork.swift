import Conformance
import Domain
import EngineKubernetes
import KubernetesAPI
import Logging
import RealWorld
import TestSupport
import Testing
import Wire

/// One service with one volume, from its making to its end, on a model of an API server. What
/// controllers would do, is done here.
struct EngineAtWork {
    private static let settings = KubernetesEngineSettings(
        install: "abc123",
        access: .ingress(class: nil, domain: "d.example", namespace: "kube-system"))
    private static let customer = UserID("c1")
    private static let instance = InstanceID("i1")
    static let claim = Desired.Claim(
        volumeID: VolumeID("v1"), instanceID: instance, customerID: customer,
        name: ClaimName("notes-1-data-g1"), size: Bytes(1 << 30))

    let server: ModelServer
    private let engine: KubernetesEngine

    init(_ server: ModelServer) throws {
        let configuration = KubernetesConfiguration(
            server: ServerURL(isSecure: false, host: "127.0.0.1", port: server.port))
        self.server = server
        engine = KubernetesEngine(
            Self.settings,
            client: try KubernetesClient(
                configuration, clock: RealClock(), randomness: SeededRandomness()),
            clock: HastyClock(), randomness: SeededRandomness(), logger: Logger(label: "test"))
    }

    func live() async throws {
        do {
            try await begin()
            try await run()
            try await end()
        } catch {
            await engine.close()
            throw error
        }
        await engine.close()
    }

    private func take(_ act: Act) async throws { try await engine.take(act) { _ in } }

    private func begin() async throws {
        var usual = Seen.body(ofStorageClass: "usual", isDefault: true)
        usual["metadata"]?["resourceVersion"] = nil
        server.ask("POST", ModelKind.storageClass.path(), usual)
        try await engine.write(epoch: 1)
        try await engine.write(epoch: 2)
        try await take(.createClaim(Self.claim))
        let uid = try bind()
        try await take(.guardClaim(ClaimIdentity(Self.claim, uid)))
        try await take(.grow(Self.claim.name, uid, to: Bytes(2 << 30)))
    }

    private func run() async throws {
        let workload = Self.workload
        try await take(.createWorkload(workload))
        let id = try await workloadID()
        try await take(.start(id, workload))
        plantPod()
        _ = try await engine.logs(of: Self.instance, tail: 1, follow: false)
        await listen()
    }

    private func end() async throws {
        removePod()
        let id = try await workloadID()
        try await take(.stop(id, timeout: .zero))
        try await take(.remove(id, forGood: true))
        let uid = ClaimUID(claimObject?["metadata", "labels", "holdfast/claim"]?.text ?? "")
        try await lookBeforeTheEnd(of: uid)
        // It waits for the claim to go, and then for the volume, which nobody here removes.
        await #expect(throws: EngineFailure.self) {
            try await engine.destroyForTest(Self.claim.name, uid: uid)
        }
        release()
        await #expect(throws: EngineFailure.self) {
            try await engine.destroyForTest(Self.claim.name, uid: uid)
        }
        _ = try await engine.inventory()
        _ = try await engine.abilities()
    }

    /// Its node is looked for, before it is destroyed.
    private func lookBeforeTheEnd(of uid: ClaimUID) async throws {
        let retired = Desired.Retired(
            volumeID: Self.claim.volumeID, name: Self.claim.name, uid: uid,
            ticket: TicketID("t1"), notBefore: Instant(milliseconds: 0), hasBegun: false)
        let seen = try await engine.observe(
            Desired(
                wish: .erased, workload: Self.workload, claims: [], retired: [retired]))
        let doubt = seen.claims[Self.claim.name]?.whereabouts?.doubt
        #expect(doubt == "node n1, where they lie, is not in the cluster")
    }

    /// Until all that it listens to is open.
    private func listen() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await engine.whisper { _ in } }
            for await open in server.watching where open == ClusterView.kinds.count { break }
            group.cancelAll()
        }
    }

    var namespace: String { Self.settings.namespace(of: Self.customer) }

    var claimObject: JSONValue? {
        server.withCluster { $0[ModelKey(.claim, Self.claim.name.rawValue, in: namespace)] }
    }

    private func workloadID() async throws -> WorkloadID {
        let desired = Desired(wish: .running, workload: Self.workload, claims: [Self.claim])
        guard let id = try await engine.observe(desired).workloads.first?.id else {
            throw EngineFailure.failed("There is no StatefulSet.")
        }
        return id
    }

    private static var workload: Workload {
        let service = CatalogService(
            name: "notes", title: "Notes", summary: "Keeps notes.", image: "notes:1", port: 8080,
            volumes: [VolumeTemplate(name: "data", mountPath: "/data", owner: nil)],
            health: HealthCheck(
                probe: .http(path: "/", headers: [:], status: nil), timeout: .seconds(2),
                startPeriod: .seconds(30)),
            stopTimeout: .seconds(9),
            variants: [
                Variant(
                    name: "Basic",
                    limits: Limits(
                        cpu: CPU(millicores: 500), memory: Bytes(256 << 20), processes: 9),
                    volumeSizes: ["data": claim.size])
            ])
        return Workload(
            instanceID: instance, customerID: customer, name: "notes-1",
            spec: WorkloadSpec(of: service, variant: service.variants[0]),
            environment: ["KEY": "secret"], hostPort: 30_001, generation: 1,
            mounts: [Workload.Mount(claim: claim.name, path: "/data", owner: nil)])
    }
}
