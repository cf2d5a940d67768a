import Domain
import Testing

extension EnginePromise {
    func checkLooking(_ scene: Scene) async throws {
        switch self {
        case .anEmptyWorldIsSeenEmpty:
            #expect(try await scene.observe() == Observed(hasImage: true))
        case .aMissingImageIsSeenAndCannotBePulled: try await missingImage(scene)
        case .aPresentImageIsNotPulled:
            // A registry could not even be asked: the image is nowhere but here.
            try await scene.take(.pullImage(scene.workload.spec.image))
        case .workloadsOfOthersAreNotTakenForOwn: try await others(scene)
        case .aStrangerOnTheClaimIsSeen: try await stranger(scene)
        case .retiredClaimsAreSeen: try await retired(scene)
        default: try await unreachable(scene)
        }
    }

    private func missingImage(_ scene: Scene) async throws {
        var scene = scene
        let image = "127.0.0.1:1/holdfast/no-such-image:1"
        scene.desired.workload.spec.image = image
        #expect(try await !scene.observe().hasImage)
        let engine = scene.engine
        await scene.expectFailure({ if case .failed = $0 { true } else { false } }) {
            () throws(EngineFailure) in try await engine.take(.pullImage(image)) { _ in }
        }
    }

    private func others(_ scene: Scene) async throws {
        try await Scene("other", in: scene.world).make()
        #expect(try await scene.observe() == Observed(hasImage: true))
    }

    private func stranger(_ scene: Scene) async throws {
        try await scene.make()
        let name = try await scene.world.plantWorkload(on: scene.claim().name)
        let seen = try await scene.observe()
        #expect(seen.workloads.count == 1)
        #expect(seen.intruders.count == 1)
        #expect(seen.intruders.first?.contains(name) ?? false)
    }

    private func retired(_ scene: Scene) async throws {
        var scene = scene
        let claim = try scene.claim()
        try await scene.take(.createClaim(claim))
        let seen = try await scene.observe().claims
        scene.desired.claims = []
        scene.desired.retired = [
            Desired.Retired(
                volumeID: claim.volumeID, name: claim.name, uid: nil,
                ticket: TicketID("ticket"), notBefore: Instant(milliseconds: 0),
                hasBegun: false)
        ]
        #expect(try await scene.observe().claims.mapValues(\.uid) == seen.mapValues(\.uid))
        #expect(seen.count == 1)
        // Somebody may look into a retired claim: that is nothing to the workload.
        _ = try await scene.world.plantWorkload(on: claim.name)
        #expect(try await scene.observe().intruders == [])
    }

    private func unreachable(_ scene: Scene) async throws {
        let lost = scene.world.lostEngine
        let isUnreachable = { (failure: EngineFailure) in
            if case .unreachable(let why) = failure { !why.isEmpty } else { false }
        }
        let claim = try scene.claim()
        await scene.expectFailure(isUnreachable) { () throws(EngineFailure) in
            _ = try await lost.observe(scene.desired)
        }
        await scene.expectFailure(isUnreachable) { () throws(EngineFailure) in
            try await lost.take(.createClaim(claim)) { _ in }
        }
        await scene.expectFailure(isUnreachable) { () throws(EngineFailure) in
            _ = try await lost.greeting()
        }
        await scene.expectFailure(isUnreachable) { () throws(EngineFailure) in
            try await lost.destroyForTest(claim.name, uid: ClaimUID("any"))
        }
    }
}
