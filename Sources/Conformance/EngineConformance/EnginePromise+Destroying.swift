import Domain
import Testing

extension EnginePromise {
    func checkDestroying(_ scene: Scene) async throws {
        let claim = try scene.claim()
        try await scene.take(.createClaim(claim))
        try await scene.world.write("precious", to: "note", in: claim.name)
        let uid = try #require(try await scene.observe().claims[claim.name]).uid
        switch self {
        case .destroyingDestroysOnce: try await once(claim.name, uid, scene)
        case .destroyingHeedsTheIdentity: try await otherIdentity(claim.name, uid, scene)
        default: try await mounted(claim.name, uid, scene)
        }
    }

    private func once(_ claim: ClaimName, _ uid: ClaimUID, _ scene: Scene) async throws {
        let other = try await Scene("other", in: scene.world)
        try await other.take(.createClaim(other.claim()))
        for _ in 1...2 {
            try await scene.engine.destroyForTest(claim, uid: uid)
            #expect(try await scene.observe().claims == [:])
        }
        #expect(try await other.observe().claims.count == 1)
    }

    private func otherIdentity(
        _ claim: ClaimName, _ uid: ClaimUID, _ scene: Scene
    ) async throws {
        let engine = scene.engine
        await scene.expectStale { () throws(EngineFailure) in
            try await engine.destroyForTest(claim, uid: ClaimUID("another"))
        }
        #expect(try await scene.world.read("note", in: claim) == "precious")
        try await scene.world.removeClaim(claim)
        try await scene.world.plantClaim(claim)
        try await scene.world.write("theirs", to: "note", in: claim)
        await scene.expectStale { () throws(EngineFailure) in
            try await engine.destroyForTest(claim, uid: uid)
        }
        #expect(try await scene.world.read("note", in: claim) == "theirs")
    }

    /// One that is stopped counts as well: it could be started again any moment.
    private func mounted(_ claim: ClaimName, _ uid: ClaimUID, _ scene: Scene) async throws {
        let id = try await scene.make()
        let engine = scene.engine
        await scene.expectStale { () throws(EngineFailure) in
            try await engine.destroyForTest(claim, uid: uid)
        }
        #expect(try await scene.observe().claims[claim]?.uid == uid)
        try await scene.take(.remove(id))
        #expect(try await scene.world.read("note", in: claim) == "precious")
    }
}
