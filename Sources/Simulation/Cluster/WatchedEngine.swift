import Domain
import EngineKubernetes
import KubernetesAPI
import Logging
import TestSupport

/// The production's own engine for Kubernetes in one process, with those who see what it is asked.
/// What goes wrong goes wrong at its requests.
struct WatchedEngine: Engine {
    let stage: Stage
    let life: Life
    let cluster: PlayedCluster
    private let base: KubernetesEngine

    init(
        on stage: Stage, _ life: Life, _ cluster: PlayedCluster, _ clock: GuardedClock,
        _ randomness: any Randomness, _ logger: Logger
    ) {
        self.stage = stage
        self.life = life
        self.cluster = cluster
        let transport = ModelTransport { request in
            try await stage.answer(request, of: life, in: cluster)
        }
        let server = ServerURL(isSecure: false, host: "cluster.example.org", port: 80)
        base = KubernetesEngine(
            KubernetesEngineSettings(install: PlayedCluster.install),
            client: KubernetesClient(
                KubernetesConfiguration(server: server), over: transport, clock: clock,
                randomness: randomness),
            clock: clock, randomness: randomness, logger: logger)
    }

    func observe(_ desired: Desired) async throws(EngineFailure) -> Observed {
        let watch = Truth.Watch(life: life.number, instance: desired.workload.instanceID)
        if !stage.truth.underLook.insert(watch).inserted {
            stage.blame(.s4, "two workers look after \(desired.workload.name) at once")
        }
        defer { stage.truth.underLook.remove(watch) }
        // What happens during the look may be seen, or not.
        let before = stage.truth.meddlings
        let observed = try await base.observe(desired)
        stage.truth.lookedAt[watch] = before
        return observed
    }

    func take(
        _ act: Act, progress: @Sendable (String) async -> Void
    ) async throws(EngineFailure) {
        guard life.isAlive else { throw .unreachable("the process is dead") }
        cluster.acts.append(act)
        stage.tell("process \(life.number): \(act.title)")
        stage.trace.mix(act.title)
        if case .createWorkload(let workload) = act {
            stage.judge(mountsOf: workload)
            stage.truth.asked[workload.name] = workload
        }
        do {
            try await base.take(act, progress: progress)
        } catch {
            stage.tell("process \(life.number): \(act.title): refused: \(error.message)")
            throw error
        }
    }

    func destroy(_ ticket: consuming DestructionTicket) async throws(EngineFailure) {
        stage.truth.permits[Truth.Permit(life: life.number, claim: ticket.claim)] =
            Truth.Permission(ticket: ticket.id, meddlings: stage.truth.meddlings)
        try await base.destroy(ticket)
    }

    func inventory() async throws(EngineFailure) -> Inventory { try await base.inventory() }

    func write(epoch: Int64) async throws(EngineFailure) { try await base.write(epoch: epoch) }

    func usage() async throws(EngineFailure) -> [ClaimName: ClaimUsage] {
        try await base.usage()
    }

    func abilities() async throws(EngineFailure) -> EngineAbilities { try await base.abilities() }

    func recollection() async -> Recollection? { await base.recollection() }

    func recollection(of desired: Desired) async -> Observed? {
        await base.recollection(of: desired)
    }

    func whisper(to listener: @Sendable @escaping (InstanceID) -> Void) async {
        await base.whisper(to: listener)
    }

    func greeting() async throws(EngineFailure) -> String { try await base.greeting() }

    func logs(
        of instance: InstanceID, tail: Int, follow: Bool
    ) async throws(EngineFailure) -> AsyncThrowingStream<LogLine, any Error> {
        try await base.logs(of: instance, tail: tail, follow: follow)
    }
}
