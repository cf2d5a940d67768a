package import Domain
import Synchronization

/// The world in memory, as the conformance suite handles it.
package final class MemoryEngineWorld: EngineWorld {
    private let memory = MemoryEngine(images: [Fixtures.notes.image])
    private let lost = MemoryEngine()
    private let port = Mutex(20_000)

    package let install = "test"
    package let service = Fixtures.notes
    package let firstWords = "hello"

    package var engine: any Engine { memory }
    package var lostEngine: any Engine { lost }

    package init() { lost.world { $0.isDown = true } }

    package func freePort() -> Int {
        port.withLock { port in
            port += 1
            return port
        }
    }

    package func kill(_ workload: WorkloadID) {
        let instance = memory.world { world in
            world.containers[workload]?.run = nil
            return world.containers[workload]?.workload?.instanceID
        }
        if let instance { memory.whisper(instance) }
    }

    package func rename(_ workload: WorkloadID) {
        memory.world { world in
            world.containers[workload]?.name = "renamed"
            world.containers[workload]?.drift.append("it was renamed to renamed")
        }
    }

    package func loosenLimits(of workload: WorkloadID) {
        memory.world { $0.containers[workload]?.drift.append("its memory limit was changed") }
    }

    package func removeWorkload(_ workload: WorkloadID) {
        memory.world { $0.containers[workload] = nil }
    }

    package func removeClaim(_ claim: ClaimName) { memory.world { $0.claims[claim] = nil } }

    package func plantClaim(_ claim: ClaimName) {
        memory.world { world in
            world.claims[claim] = MemoryWorld.Claim(
                uid: ClaimUID(world.next("foreign")), volumeID: nil, size: Bytes(0))
        }
    }

    package func plantWorkload(on claim: ClaimName) -> String {
        memory.world { world in
            let id = WorkloadID("stranger")
            world.containers[id] = MemoryWorld.Container(
                id: id, workload: nil, name: "stranger", claims: [claim])
            world.run(id)
            return "stranger"
        }
    }

    package func write(_ text: String, to file: String, in claim: ClaimName) {
        memory.world { $0.claims[claim]?.files[file] = text }
    }

    package func read(_ file: String, in claim: ClaimName) -> String? {
        memory.world { $0.claims[claim]?.files[file] }
    }
}
