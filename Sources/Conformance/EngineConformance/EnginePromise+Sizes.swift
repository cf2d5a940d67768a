import Domain
import Testing

extension EnginePromise {
    func checkSizes(_ scene: Scene) async throws {
        let claim = try scene.claim()
        try await scene.take(.createClaim(claim))
        let seen = try #require(try await scene.observe().claims[claim.name])
        switch self {
        case .whatAClaimHoldsIsMeasured: try await measured(claim, seen, scene)
        case .aClaimGrowsAndKeepsItsBytes: try await grown(claim, seen, scene)
        case .anotherClaimIsNotGrown:
            await scene.expectStale { () throws(EngineFailure) in
                try await scene.take(
                    .grow(claim.name, ClaimUID("another"), to: claim.size.doubled))
            }
            await scene.expectStale { () throws(EngineFailure) in
                try await scene.take(
                    .grow(ClaimName("hf-no-such-claim"), seen.uid, to: claim.size.doubled))
            }
            let after = try await scene.observe().claims[claim.name]
            #expect(after?.uid == seen.uid && after?.enforcedSize == seen.enforcedSize)
        default: try await abilities(seen, scene)
        }
    }

    private func measured(
        _ claim: Desired.Claim, _ seen: Observed.Claim, _ scene: Scene
    ) async throws {
        let text = String(repeating: "0123456789", count: 2_000)
        let before = try #require(try await scene.usage()[claim.name])
        try await scene.world.write(text, to: "note", in: claim.name)
        let after = try #require(try await scene.usage()[claim.name])
        #expect(after.used.count >= before.used.count + 20_000)
        #expect(after.used < claim.size)
        #expect(after.enforcedSize == seen.enforcedSize)
    }

    private func grown(
        _ claim: Desired.Claim, _ seen: Observed.Claim, _ scene: Scene
    ) async throws {
        try await scene.run()
        try await scene.world.write("precious", to: "note", in: claim.name)
        let larger = claim.size.doubled
        for _ in 1...2 {
            try await scene.take(.grow(claim.name, seen.uid, to: larger))
            // Never smaller, whatever is asked.
            try await scene.take(.grow(claim.name, seen.uid, to: claim.size))
            let after = try #require(try await scene.observe().claims[claim.name])
            #expect(after.uid == seen.uid)
            #expect(after.enforcedSize == seen.enforcedSize.map { _ in larger })
        }
        #expect(try await scene.world.read("note", in: claim.name) == "precious")
        #expect(try await scene.only().state.run != nil)
    }

    /// What it says must be what is seen.
    private func abilities(_ seen: Observed.Claim, _ scene: Scene) async throws {
        let abilities = try await scene.engine.abilities()
        switch abilities.sizes {
        case .enforced(let by):
            #expect(!by.isEmpty)
            #expect(seen.enforcedSize == (try scene.claim().size))
            #expect(abilities.growth == .online)
        case .advisory:
            #expect(seen.enforcedSize == nil)
            #expect(abilities.growth == .none)
        }
    }
}

extension Scene {
    /// Asked again while the engine is measuring for somebody else.
    fileprivate func usage() async throws -> [ClaimName: ClaimUsage] {
        for _ in 0..<100 {
            do throws(EngineFailure) {
                return try await engine.usage()
            } catch .stale {
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        return try await engine.usage()
    }
}

extension Bytes {
    fileprivate var doubled: Bytes { Bytes(2 * count) }
}
