import Conformance
import Domain
import TestSupport
import Testing

/// A workload that was removed to be made anew, and is to be erased since.
struct LeftoverTests {
    /// How many secrets, services and open doors bear its name.
    private func leftovers(_ ground: ModelGround, _ scene: Scene) -> Int {
        ground.server.withCluster { cluster in
            [ModelKind.secret, .service, .networkPolicy].flatMap { cluster.objects(of: $0) }
                .count { $0.name == scene.workload.name }
        }
    }

    @Test func nothingIsLeftOfIt() async throws {
        try await ClusterWorld.model { world, ground in
            var scene = try await Scene(in: world)
            let id = try await scene.run()
            try await scene.take(.stop(id, timeout: .seconds(5)))
            try await scene.take(.remove(id))
            #expect(try await scene.observe().workloads == [])
            #expect(leftovers(ground, scene) == 3)
            scene.desired.wish = .erased
            let left = try await scene.only().id
            let claim = try scene.claim().name
            let seen = try #require(try await scene.observe().claims[claim])
            try await scene.take(scene.guarding(claim, seen))
            #expect(try await scene.step() == .act(.remove(left, forGood: true)))
            for _ in 1...2 { try await scene.take(.remove(left, forGood: true)) }
            #expect(leftovers(ground, scene) == 0)
            #expect(try await scene.observe().workloads == [])
        }
    }

    /// Another process has made it anew meanwhile.
    @Test func whatBelongsToASetStays() async throws {
        try await ClusterWorld.model { world, ground in
            var scene = try await Scene(in: world)
            let id = try await scene.run()
            try await scene.take(.stop(id, timeout: .seconds(5)))
            try await scene.take(.remove(id))
            scene.desired.wish = .erased
            let left = try await scene.only().id
            scene.desired.wish = .running
            try await scene.take(.createWorkload(scene.workload))
            try await scene.take(.remove(left, forGood: true))
            #expect(leftovers(ground, scene) == 3)
        }
    }
}
