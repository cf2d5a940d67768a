import Domain
import Synchronization

/// An engine in dictionaries, which answers each question by one look-up: what is measured is
/// Holdfast. It does as it is told, and nothing ever happens on its own.
final class StillEngine: Engine {
    /// The moments of the first and the last look, and how many there were.
    struct Looks {
        var count = 0
        var first = ContinuousClock.now
        var last = ContinuousClock.now
    }

    private struct Machine {
        var workloads: [InstanceID: Observed.Workload] = [:]
        var claims: [ClaimName: Observed.Claim] = [:]
        var looks = Looks()
        var epoch: Int64?
    }

    private let machine = Mutex(Machine())

    var looks: Looks { machine.withLock(\.looks) }

    func forgetLooks() { machine.withLock { $0.looks = Looks() } }

    func observe(_ desired: Desired) async throws(EngineFailure) -> Observed {
        machine.withLock { machine in
            machine.looks.last = .now
            if machine.looks.count == 0 { machine.looks.first = machine.looks.last }
            machine.looks.count += 1
            let claims = desired.claimNames.compactMap { name in
                machine.claims[name].map { (name, $0) }
            }
            return Observed(
                workloads: machine.workloads[desired.workload.instanceID].map { [$0] } ?? [],
                claims: Dictionary(uniqueKeysWithValues: claims), hasImage: true)
        }
    }

    func inventory() async throws(EngineFailure) -> Inventory {
        Inventory(epoch: machine.withLock(\.epoch))
    }

    func write(epoch: Int64) async throws(EngineFailure) {
        machine.withLock { $0.epoch = max($0.epoch ?? 0, epoch) }
    }

    func take(
        _ act: Act, progress: @Sendable (String) async -> Void
    ) async throws(EngineFailure) {
        machine.withLock { machine in
            switch act {
            case .createClaim(let claim):
                machine.claims[claim.name] = Observed.Claim(
                    uid: ClaimUID("uid-\(claim.name)"), volumeID: claim.volumeID)
            case .createWorkload(let workload):
                machine.workloads[workload.instanceID] = Observed.Workload(
                    id: WorkloadID("container-\(workload.name)"), revision: workload.revision,
                    state: .created)
            case .start(_, let workload):
                machine.workloads[workload.instanceID]?.state = .running(
                    RunID("run-\(workload.name)"), .ready)
            case .pullImage, .guardClaim, .reattachClaim, .grow, .stop, .restart, .remove: break
            }
        }
    }

    func destroy(_ ticket: consuming DestructionTicket) async throws(EngineFailure) {
        let claim = ticket.claim
        machine.withLock { $0.claims[claim] = nil }
    }

    func usage() async throws(EngineFailure) -> [ClaimName: ClaimUsage] {
        machine.withLock { machine in
            machine.claims.mapValues { _ in ClaimUsage(used: Bytes(1 << 20)) }
        }
    }

    func abilities() async throws(EngineFailure) -> EngineAbilities {
        EngineAbilities(sizes: .advisory, growth: .none, changesLimitsLive: false)
    }

    func whisper(to listener: @Sendable @escaping (InstanceID) -> Void) async {}

    func greeting() async throws(EngineFailure) -> String { "Still 1" }

    func logs(
        of instance: InstanceID, tail: Int, follow: Bool
    ) async throws(EngineFailure) -> AsyncThrowingStream<LogLine, any Error> {
        AsyncThrowingStream { $0.finish() }
    }
}
