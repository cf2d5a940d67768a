package import Domain
import Synchronization

/// An engine over a world in memory, which a test may change behind its back.
package final class MemoryEngine: Engine {
    private let state: Mutex<MemoryWorld>
    private let listeners = Mutex<[AsyncStream<InstanceID>.Continuation]>([])

    package init(images: Set<String> = ["example/notes:1"]) {
        state = Mutex(MemoryWorld(images: images))
    }

    /// The world as it is; what `body` changes in it happens behind the engine's back.
    @discardableResult
    package func world<Value: Sendable>(
        _ body: (inout sending MemoryWorld) -> sending Value
    ) -> Value {
        state.withLock(body)
    }

    package func whisper(_ id: InstanceID) {
        for listener in listeners.withLock(\.self) { listener.yield(id) }
    }

    package func whisper(to listener: @Sendable @escaping (InstanceID) -> Void) async {
        let (stream, continuation) = AsyncStream.makeStream(of: InstanceID.self)
        listeners.withLock { $0.append(continuation) }
        for await id in stream { listener(id) }
    }

    package func greeting() async throws(EngineFailure) -> String {
        try answer()
        if state.withLock(\.isSilent) { try await stayStill() }
        return "Memory 1"
    }

    package func observe(_ desired: Desired) async throws(EngineFailure) -> Observed {
        try answer()
        return state.withLock { world in
            let observed = world.look(at: desired)
            world.looks += 1
            if world.remembers { world.impressions[desired.workload.instanceID] = observed }
            return observed
        }
    }

    package func recollection() async -> Recollection? {
        state.withLock { world in
            world.remembers ? Recollection(world.inventory, asOf: Instant(milliseconds: 0)) : nil
        }
    }

    package func recollection(of desired: Desired) async -> Observed? {
        state.withLock { $0.impressions[desired.workload.instanceID] }
    }

    package func take(
        _ act: Act, progress: @Sendable (String) async -> Void
    ) async throws(EngineFailure) {
        try answer()
        let outcome = state.withLock { $0.take(act) }
        if case .failure(let failure) = outcome { throw failure }
    }

    package func destroy(_ ticket: consuming DestructionTicket) async throws(EngineFailure) {
        try answer()
        let (claim, uid) = (ticket.claim, ticket.uid)
        let outcome = state.withLock { $0.destroy(claim, uid) }
        if case .failure(let failure) = outcome { throw failure }
    }

    package func inventory() async throws(EngineFailure) -> Inventory {
        try answerInventory()
        return state.withLock(\.inventory)
    }

    package func write(epoch: Int64) async throws(EngineFailure) {
        try answerInventory()
        state.withLock { $0.epoch = max(epoch, $0.epoch ?? epoch) }
    }

    package func usage() async throws(EngineFailure) -> [ClaimName: ClaimUsage] {
        try answer()
        return state.withLock(\.usage)
    }

    package func abilities() async throws(EngineFailure) -> EngineAbilities {
        try answer()
        let enforces = state.withLock(\.enforcesSizes)
        return EngineAbilities(
            sizes: enforces ? .enforced(by: "a dictionary") : .advisory,
            growth: enforces ? .online : .none, changesLimitsLive: false)
    }

    package func logs(
        of instance: InstanceID, tail: Int, follow: Bool
    ) async throws(EngineFailure) -> AsyncThrowingStream<LogLine, any Error> {
        try answer()
        let count = state.withLock { $0.containers(of: instance).count }
        return AsyncThrowingStream { continuation in
            if count > 0 { continuation.yield(LogLine(stream: .output, at: nil, text: "hello")) }
            continuation.finish()
        }
    }

    /// Until whoever asks gives up.
    private func stayStill() async throws(EngineFailure) {
        state.withLock { $0.unanswered += 1 }
        let (silence, _) = AsyncStream.makeStream(of: Never.self)
        for await _ in silence {}
        throw .unreachable("the question was given up")
    }

    private func answerInventory() throws(EngineFailure) {
        try answer()
        if let failure = state.withLock(\.inventoryFailure) { throw failure }
    }

    private func answer() throws(EngineFailure) {
        if state.withLock(\.isDown) { throw .unreachable("the world is switched off") }
    }
}
