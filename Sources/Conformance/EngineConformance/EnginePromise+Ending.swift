import Domain
import Testing

extension EnginePromise {
    func checkEnding(_ scene: Scene) async throws {
        switch self {
        case .stoppingStopsIt: try await stopping(scene)
        case .restartingIsAnotherRun: try await restarting(scene)
        case .restartingWhatIsGoneIsStale:
            await scene.expectStale { () throws(EngineFailure) in
                try await scene.take(.restart(WorkloadID("gone"), timeout: .seconds(5)))
            }
        case .whatRunsIsNotRemoved: try await removingWhatRuns(scene)
        case .removingKeepsTheClaim: try await removing(scene)
        default: try await outliving(scene)
        }
    }

    private func stopping(_ scene: Scene) async throws {
        let id = try await scene.run()
        for _ in 1...2 {
            try await scene.take(.stop(id, timeout: .seconds(5)))
            #expect(try await scene.only().state.isStopped)
        }
        try await scene.take(.stop(WorkloadID("gone"), timeout: .seconds(5)))
    }

    private func restarting(_ scene: Scene) async throws {
        let id = try await scene.run()
        let first = try await scene.only().state.run
        try await scene.take(.restart(id, timeout: .seconds(5)))
        try await scene.untilReady()
        let seen = try await scene.only()
        #expect(seen.id == id)
        #expect(seen.state.run != first)
        #expect(seen.drift == [])
    }

    private func removingWhatRuns(_ scene: Scene) async throws {
        let id = try await scene.run()
        let run = try await scene.only().state.run
        await scene.expectStale { () throws(EngineFailure) in try await scene.take(.remove(id)) }
        #expect(try await scene.only().state.run == run)
    }

    private func removing(_ scene: Scene) async throws {
        let id = try await scene.make()
        let claims = try await scene.observe().claims.mapValues(\.uid)
        for _ in 1...2 {
            try await scene.take(.remove(id))
            let seen = try await scene.observe()
            #expect(seen.workloads == [] && seen.intruders == [])
            #expect(seen.claims.mapValues(\.uid) == claims)
        }
    }

    private func outliving(_ scene: Scene) async throws {
        let claim = try scene.claim().name
        let id = try await scene.run()
        try await scene.world.write("hello", to: "note", in: claim)
        try await scene.take(.stop(id, timeout: .seconds(5)))
        try await scene.take(.remove(id))
        #expect(try await scene.world.read("note", in: claim) == "hello")
        try await scene.run()
        #expect(try await scene.world.read("note", in: claim) == "hello")
    }
}
