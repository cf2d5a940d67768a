import Domain
import Testing

extension EnginePromise {
    func checkMaking(_ scene: Scene) async throws {
        switch self {
        case .aWorkloadIsMadeOnce: try await madeOnce(scene)
        case .aWorkloadNeedsItsClaims: try await needsClaims(scene)
        case .anotherWorkloadInItsPlaceIsStale: try await otherRevision(scene)
        case .limitsAreTakenAsTheyAre: try await limits(scene)
        case .startingRunsIt: try await starting(scene)
        case .startingTwiceIsOneRun: try await startingTwice(scene)
        case .startingWhatIsGoneIsStale:
            try await scene.take(.createClaim(scene.claim()))
            await scene.expectStale { () throws(EngineFailure) in
                try await scene.take(.start(WorkloadID("gone"), scene.workload))
            }
        default: try await portTaken(scene)
        }
    }

    private func madeOnce(_ scene: Scene) async throws {
        let id = try await scene.make()
        try await scene.take(.createWorkload(scene.workload))
        let expected = Observed.Workload(
            id: id, revision: scene.workload.revision, state: .created)
        #expect(try await scene.observe().workloads == [expected])
    }

    /// Engines are known to make an empty claim in the place of a missing one, without a word.
    private func needsClaims(_ scene: Scene) async throws {
        await scene.expectStale { () throws(EngineFailure) in
            try await scene.take(.createWorkload(scene.workload))
        }
        #expect(try await scene.observe() == Observed(hasImage: true))
    }

    private func otherRevision(_ scene: Scene) async throws {
        let id = try await scene.make()
        var changed = scene.workload
        changed.generation += 1
        let workload = changed
        await scene.expectStale { () throws(EngineFailure) in
            try await scene.take(.createWorkload(workload))
        }
        #expect(try await scene.only().id == id)
        #expect(try await scene.only().revision == scene.workload.revision)
    }

    /// Engines write numbers back in ways of their own; that is nobody's edit.
    private func limits(_ scene: Scene) async throws {
        for (cpu, memory) in [(1000, 250 << 20), (1500, 1_000_000_000), (250, 1 << 30)] {
            var scene = scene
            scene.desired.workload.spec.limits.cpu = CPU(millicores: Int64(cpu))
            scene.desired.workload.spec.limits.memory = Bytes(Int64(memory))
            let id = try await scene.make()
            #expect(try await scene.only().drift == [], "\(cpu)m, \(memory) bytes")
            try await scene.take(.remove(id))
        }
    }

    private func starting(_ scene: Scene) async throws {
        let id = try await scene.run()
        let seen = try await scene.only()
        #expect(seen.id == id)
        #expect(seen.drift == [])
        #expect(seen.state.run != nil)
        #expect(try await scene.observe().intruders == [])
    }

    private func startingTwice(_ scene: Scene) async throws {
        let id = try await scene.run()
        let run = try await scene.only().state.run
        try await scene.take(.start(id, scene.workload))
        #expect(try await scene.only().state.run == run)
    }

    private func portTaken(_ scene: Scene) async throws {
        try await scene.run()
        var other = try await Scene("other", in: scene.world)
        let port = scene.workload.hostPort
        other.desired.workload.hostPort = port
        let second = other
        let id = try await second.make()
        await second.expectFailure({ if case .portTaken(port, _) = $0 { true } else { false } }) {
            () throws(EngineFailure) in try await second.take(.start(id, second.workload))
        }
        #expect(try await second.only().state.run == nil)
    }
}
