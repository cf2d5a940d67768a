import Domain
import Testing

extension EnginePromise {
    func checkClaims(_ scene: Scene) async throws {
        let claim = try scene.claim()
        switch self {
        case .aClaimIsMadeOnce: try await once(claim, scene)
        case .aClaimKeepsItsIdentity: try await identity(claim, scene)
        case .aClaimThatHeldDataIsNotMadeAnew: try await neverAnew(claim, scene)
        case .aStrangersClaimIsLeftAlone: try await strangers(claim, scene)
        default: try await again(claim, scene)
        }
    }

    private func once(_ claim: Desired.Claim, _ scene: Scene) async throws {
        try await scene.take(.createClaim(claim))
        let first = try #require(try await scene.observe().claims[claim.name])
        #expect(first.volumeID == claim.volumeID)
        try await scene.take(.createClaim(claim))
        try await expectSame(first, scene)
    }

    private func identity(_ claim: Desired.Claim, _ scene: Scene) async throws {
        try await scene.take(.createClaim(claim))
        let first = try #require(try await scene.observe().claims[claim.name])
        try await scene.world.write("hello", to: "note", in: claim.name)
        try await expectSame(first, scene)
        try await scene.run()
        try await expectSame(first, scene)
    }

    private func expectSame(_ first: Observed.Claim, _ scene: Scene) async throws {
        let seen = try await scene.observe().claims[scene.claim().name]
        #expect(seen?.uid == first.uid && seen?.volumeID == first.volumeID)
    }

    private func neverAnew(_ claim: Desired.Claim, _ scene: Scene) async throws {
        var known = claim
        known.uid = ClaimUID("seen-once")
        let act = Act.createClaim(known)
        await scene.expectStale { () throws(EngineFailure) in try await scene.take(act) }
        #expect(try await scene.observe().claims == [:])
    }

    private func strangers(_ claim: Desired.Claim, _ scene: Scene) async throws {
        try await scene.world.plantClaim(claim.name)
        try await scene.world.write("theirs", to: "note", in: claim.name)
        #expect(try await scene.observe().claims[claim.name]?.volumeID == nil)
        #expect(try await scene.observe().claims.count == 1)
        await scene.expectStale { () throws(EngineFailure) in
            try await scene.take(.createClaim(claim))
        }
        await scene.expectStale { () throws(EngineFailure) in
            try await scene.take(.createWorkload(scene.workload))
        }
        #expect(try await scene.world.read("note", in: claim.name) == "theirs")
        #expect(try await scene.observe().workloads == [])
    }

    private func again(_ claim: Desired.Claim, _ scene: Scene) async throws {
        try await scene.take(.createClaim(claim))
        let first = try #require(try await scene.observe().claims[claim.name])
        try await scene.world.removeClaim(claim.name)
        try await scene.take(.createClaim(claim))
        let second = try #require(try await scene.observe().claims[claim.name])
        #expect(first.uid != second.uid)
    }
}
