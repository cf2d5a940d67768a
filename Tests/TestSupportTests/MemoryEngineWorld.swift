import Conformance
import Domain
import Synchronization
import TestSupport

/// A world in memory, and what the suite does to it behind the engine's back.
final class MemoryEngineWorld: EngineWorld {
    let memory = MemoryEngine()
    let lost = MemoryEngine()
    private let ports = Mutex(20000)

    init() { lost.world { $0.isDown = true } }

    var engine: any Engine { memory }
    var lostEngine: any Engine { lost }
    var install: String { "test" }
    var service: CatalogService { Fixtures.notes }
    var firstWords: String { "hello" }

    func freePort() async throws -> Int {
        ports.withLock { port in
            port += 1
            return port
        }
    }

    func kill(_ workload: WorkloadID) async throws {
        let instance = memory.world { world in
            world.containers[workload]?.run = nil
            return world.containers[workload]?.workload?.instanceID
        }
        if let instance { memory.whisper(instance) }
    }

    func rename(_ workload: WorkloadID) async throws {
        memory.world { world in
            world.containers[workload]?.name += "-renamed"
            world.containers[workload]?.drift.append("it was renamed")
        }
    }

    func loosenLimits(of workload: WorkloadID, made asked: Workload) async throws {
        memory.world { $0.containers[workload]?.drift.append("more memory") }
    }

    func removeWorkload(_ workload: WorkloadID) async throws {
        memory.world { $0.containers[workload] = nil }
    }

    func removeClaim(_ claim: ClaimName) async throws {
        memory.world { $0.claims[claim] = nil }
    }

    func plantClaim(_ claim: ClaimName) async throws {
        memory.world { world in
            world.claims[claim] = .init(
                uid: ClaimUID("theirs"), volumeID: nil, size: Bytes(1))
        }
    }

    func plantWorkload(on claim: ClaimName) async throws -> String {
        let id = WorkloadID("stranger")
        memory.world { world in
            world.containers[id] = .init(
                id: id, workload: nil, name: "stranger", claims: [claim])
            world.run(id)
        }
        return "stranger"
    }

    func write(_ text: String, to file: String, in claim: ClaimName) async throws {
        memory.world { $0.claims[claim]?.files[file] = text }
    }

    func read(_ file: String, in claim: ClaimName) async throws -> String? {
        memory.world { $0.claims[claim]?.files[file] }
    }
}
