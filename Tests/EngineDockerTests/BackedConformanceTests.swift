import Conformance
import RealWorld
import TestSupport
import Testing

/// The promises about claims, where their sizes are enforced.
@Suite(.needsDocker, .needsBusybox, .needsLoopDisks, .inDockerWorld(within: .seconds(300)))
struct BackedConformanceTests {
    static let promises: [EnginePromise] = [
        .retiredClaimsAreSeen, .aClaimIsMadeOnce, .aClaimKeepsItsIdentity,
        .aClaimThatHeldDataIsNotMadeAnew, .aStrangersClaimIsLeftAlone, .aClaimMadeAgainIsAnother,
        .aRemovedClaimIsSeen, .dataOutlivesTheWorkload, .whatAClaimHoldsIsMeasured,
        .aClaimGrowsAndKeepsItsBytes, .anotherClaimIsNotGrown, .itSaysWhatItCan,
        .destroyingDestroysOnce, .destroyingHeedsTheIdentity, .destroyingHeedsWhoeverHasItMounted,
    ]

    @Test(arguments: LoopDisk.Kind.allCases, promises)
    func keeps(_ kind: LoopDisk.Kind, _ promise: EnginePromise) async throws {
        try await DockerWorld.with(kind) { world, _ in try await promise.check(in: world) }
    }
}
