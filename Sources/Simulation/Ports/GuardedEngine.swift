import Domain
import TestSupport

/// The engine, as one process sees it.
struct GuardedEngine: Engine {
    let stage: Stage
    let life: Life

    func observe(_ desired: Desired) async throws(EngineFailure) -> Observed {
        let watch = Truth.Watch(life: life.number, instance: desired.workload.instanceID)
        if !stage.truth.underLook.insert(watch).inserted {
            stage.blame(.s4, "two workers look after \(desired.workload.name) at once")
        }
        defer { stage.truth.underLook.remove(watch) }
        return try await pass(
            .look, "looks at \(desired.workload.name)"
        ) { () throws(EngineFailure) in
            try answer()
            return stage.look(at: desired, life)
        }
    }

    func take(
        _ act: Act, progress: @Sendable (String) async -> Void
    ) async throws(EngineFailure) {
        var (port, hostPort) = (Port.act, 0)
        if case .start(_, let workload) = act { (port, hostPort) = (.start, workload.hostPort) }
        try await pass(port, act.title, startingAt: hostPort) { () throws(EngineFailure) in
            try answer()
            try stage.carryOut(act, life).get()
        }
    }

    func destroy(_ ticket: consuming DestructionTicket) async throws(EngineFailure) {
        let (id, claim, uid) = (ticket.id, ticket.claim, ticket.uid)
        try await pass(.destroy, "destroys volume \(claim)") { () throws(EngineFailure) in
            try answer()
            try await stage.destroy(claim, uid, under: id)
        }
    }

    func inventory() async throws(EngineFailure) -> Inventory {
        try await pass(.survey, "looks at all that there is") { () throws(EngineFailure) in
            try answer()
            return stage.world.inventory
        }
    }

    func write(epoch: Int64) async throws(EngineFailure) {
        try await pass(.epoch, "tells the engine epoch \(epoch)") { () throws(EngineFailure) in
            try answer()
            stage.world.epoch = max(epoch, stage.world.epoch ?? epoch)
        }
    }

    func usage() async throws(EngineFailure) -> [ClaimName: ClaimUsage] {
        try await pass(.survey, "measures the volumes") { () throws(EngineFailure) in
            try answer()
            return stage.world.usage
        }
    }

    func abilities() async throws(EngineFailure) -> EngineAbilities {
        let enforces = stage.world.enforcesSizes
        return EngineAbilities(
            sizes: enforces ? .enforced(by: "the model") : .advisory,
            growth: enforces ? .online : .none, changesLimitsLive: false)
    }

    func whisper(to listener: @Sendable @escaping (InstanceID) -> Void) async {
        let (stream, continuation) = AsyncStream.makeStream(of: InstanceID.self)
        guard life.isAlive else { return }
        stage.listeners.append((life, continuation))
        for await id in stream { listener(id) }
    }

    func greeting() async throws(EngineFailure) -> String {
        try await pass(.survey, "greets the engine") { () throws(EngineFailure) in
            try answer()
            return "Model 1"
        }
    }

    func logs(
        of instance: InstanceID, tail: Int, follow: Bool
    ) async throws(EngineFailure) -> AsyncThrowingStream<LogLine, any Error> {
        AsyncThrowingStream { $0.finish() }
    }

    private func answer() throws(EngineFailure) {
        if stage.world.isDown { throw .unreachable("the engine is down") }
    }

    private func pass<Answer>(
        _ port: Port, _ words: @autoclosure () -> String, startingAt hostPort: Int = 0,
        _ apply: () async throws(EngineFailure) -> Answer
    ) async throws(EngineFailure) -> Answer {
        try await stage.pass(port, of: life, words(), else: { Self.failure($0, hostPort) }, apply)
    }

    private static func failure(_ trouble: Trouble, _ port: Int) -> EngineFailure {
        switch trouble {
        case .dead: .unreachable("the process is dead")
        case .fault(.stale): .stale("the world moved in between")
        case .fault(.failed): .failed("it did not work")
        case .fault(.portTaken): .portTaken(port, "another program holds it.")
        case .fault: .unreachable("no answer")
        }
    }
}
