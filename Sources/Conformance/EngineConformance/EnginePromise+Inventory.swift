import Domain
import Testing

extension EnginePromise {
    func checkInventory(_ scene: Scene) async throws {
        switch self {
        case .theInventoryHasWhatIsOwn: try await own(scene)
        case .theInventoryLeavesOutStrangers: try await strangers(scene)
        default: try await epochs(scene)
        }
    }

    private func own(_ scene: Scene) async throws {
        #expect(try await scene.engine.inventory() == Inventory())
        let id = try await scene.run()
        let claim = try scene.claim()
        let uid = try #require(try await scene.observe().claims[claim.name]).uid
        let seen = try await scene.engine.inventory()
        #expect(seen.objects.map(\.kind) == [.claim, .workload])
        let (volume, workload) = (try #require(seen.objects.first), try #require(seen.objects.last))
        #expect(volume.name == claim.name.rawValue)
        #expect(volume.uid == uid.rawValue)
        #expect(volume.volumeID == claim.volumeID)
        #expect(!volume.mayWrite)
        #expect(workload.uid == id.rawValue)
        #expect(workload.instanceID == scene.workload.instanceID)
        #expect(workload.generation == 1)
        #expect(workload.claims == [claim.name])
        #expect(workload.mayWrite)
        try await scene.take(.stop(id, timeout: .seconds(5)))
        #expect(try await scene.engine.inventory().objects.last?.mayWrite == false)
        try await scene.take(.remove(id))
        #expect(try await scene.engine.inventory().objects == [volume])
    }

    private func strangers(_ scene: Scene) async throws {
        let claim = ClaimName("hf-\(scene.world.install)-stranger-data-g1")
        try await scene.world.plantClaim(claim)
        _ = try await scene.world.plantWorkload(on: claim)
        #expect(try await scene.engine.inventory() == Inventory())
    }

    /// Nothing else may take the place where it is written for something of its own.
    private func epochs(_ scene: Scene) async throws {
        let engine = scene.engine
        try await engine.write(epoch: 3)
        try await engine.write(epoch: 3)
        #expect(try await engine.inventory() == Inventory(epoch: 3))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for epoch in [9, 11, 10] as [Int64] {
                group.addTask { try await engine.write(epoch: epoch) }
            }
            try await group.waitForAll()
        }
        try await engine.write(epoch: 7)
        #expect(try await engine.inventory() == Inventory(epoch: 11))
        let id = try await scene.run()
        let observed = try await scene.observe()
        #expect(observed.workloads.map(\.id) == [id])
        #expect(observed.intruders == [])
        #expect(try await engine.inventory().objects.count == 2)
        #expect(try await engine.inventory().epoch == 11)
    }
}
