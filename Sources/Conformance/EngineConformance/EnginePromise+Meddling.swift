import Domain
import Testing

extension EnginePromise {
    func checkMeddling(_ scene: Scene) async throws {
        switch self {
        case .aKilledWorkloadIsSeen:
            try await scene.world.kill(scene.run())
            try await scene.look { $0.workloads.first?.state.isStopped ?? false }
        case .aRemovedWorkloadIsSeen:
            try await scene.world.removeWorkload(scene.run())
            let seen = try await scene.observe()
            #expect(seen.workloads == [])
            #expect(seen.claims.count == 1)
        case .aRemovedClaimIsSeen:
            try await scene.take(.createClaim(scene.claim()))
            try await scene.world.removeClaim(scene.claim().name)
            #expect(try await scene.observe().claims == [:])
        case .aRenamedWorkloadIsFound: try await renamed(scene)
        case .editedLimitsAreDrift: try await loosened(scene)
        default: try await two(scene)
        }
    }

    private func renamed(_ scene: Scene) async throws {
        let id = try await scene.run()
        try await scene.world.rename(id)
        let seen = try await scene.only()
        #expect(seen.id == id)
        #expect(seen.drift.count == 1)
    }

    private func loosened(_ scene: Scene) async throws {
        let id = try await scene.run()
        try await scene.world.loosenLimits(of: id, made: scene.workload)
        let drift = try await scene.only().drift
        #expect(drift.contains { $0.contains("memory") }, "\(drift)")
    }

    /// What is left when somebody renames a container, and another is made.
    private func two(_ scene: Scene) async throws {
        let first = try await scene.make()
        try await scene.world.rename(first)
        try await scene.take(.createWorkload(scene.workload))
        let seen = try await scene.observe()
        #expect(seen.workloads.count == 2)
        #expect(seen.workloads.contains { $0.id == first })
        #expect(seen.intruders == [])
    }
}
