import Conformance
import Domain
import RealWorld
import TestSupport
import Testing

/// What is heard from a real API server, beside what looks find.
@Suite(.needsControllers)
struct ClusterMemoryTests {
    @Test func whatIsRememberedIsWhatALookFinds() async throws {
        try await ClusterWorld.real { world in
            let scene = try await Scene(in: world)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await scene.engine.whisper { _ in } }
                let id = try await scene.run()
                let known = try #require(try await remembered(scene))
                #expect(try await known == scene.observe())
                let all = try #require(await scene.engine.recollection())
                #expect(try await all.inventory == scene.engine.inventory())
                try await world.kill(id)
                #expect(try await isForgotten(scene))
                group.cancelAll()
            }
            // Whoever does not listen any more, knows nothing.
            #expect(await scene.engine.recollection() == nil)
        }
    }

    /// A change that is heard after the look that has seen it costs another look.
    private func remembered(_ scene: Scene) async throws -> Observed? {
        for _ in 0..<600 {
            _ = try await scene.observe()
            if let known = await scene.engine.recollection(of: scene.desired) { return known }
            try await Task.sleep(for: .milliseconds(100))
        }
        return nil
    }

    private func isForgotten(_ scene: Scene) async throws -> Bool {
        for _ in 0..<600 {
            if await scene.engine.recollection(of: scene.desired) == nil { return true }
            try await Task.sleep(for: .milliseconds(100))
        }
        return false
    }
}
