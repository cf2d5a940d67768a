import Domain
import Testing

/// The promises of the `Engine` port, one by one, each checked in a world of its own.
package enum EnginePromise: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case anEmptyWorldIsSeenEmpty
    case aMissingImageIsSeenAndCannotBePulled
    case aPresentImageIsNotPulled
    case workloadsOfOthersAreNotTakenForOwn
    case aStrangerOnTheClaimIsSeen
    case retiredClaimsAreSeen
    case nobodyAnswering

    case aClaimIsMadeOnce
    case aClaimKeepsItsIdentity
    case aClaimThatHeldDataIsNotMadeAnew
    case aStrangersClaimIsLeftAlone
    case aClaimMadeAgainIsAnother

    case whatAClaimHoldsIsMeasured
    case aClaimGrowsAndKeepsItsBytes
    case anotherClaimIsNotGrown

    case aWorkloadIsMadeOnce
    case aWorkloadNeedsItsClaims
    case anotherWorkloadInItsPlaceIsStale
    case limitsAreTakenAsTheyAre
    case startingRunsIt
    case startingTwiceIsOneRun
    case startingWhatIsGoneIsStale
    case aTakenPortIsToldApart
    case stoppingStopsIt
    case restartingIsAnotherRun
    case restartingWhatIsGoneIsStale
    case whatRunsIsNotRemoved
    case removingKeepsTheClaim
    case dataOutlivesTheWorkload

    case aKilledWorkloadIsSeen
    case aRemovedWorkloadIsSeen
    case aRemovedClaimIsSeen
    case aRenamedWorkloadIsFound
    case editedLimitsAreDrift
    case twoWorkloadsOfOneInstanceAreSeen

    case destroyingDestroysOnce
    case destroyingHeedsTheIdentity
    case destroyingHeedsWhoeverHasItMounted

    case theInventoryHasWhatIsOwn
    case theInventoryLeavesOutStrangers
    case theLatestEpochIsKept

    case changesAreWhispered
    case logsAreRead
    case itSaysWhoItIs
    case itSaysWhatItCan

    package var testDescription: String { rawValue }

    package func check(in world: any EngineWorld) async throws {
        let scene = try await Scene(in: world)
        switch self {
        case .anEmptyWorldIsSeenEmpty, .aMissingImageIsSeenAndCannotBePulled,
            .aPresentImageIsNotPulled, .workloadsOfOthersAreNotTakenForOwn,
            .aStrangerOnTheClaimIsSeen, .retiredClaimsAreSeen, .nobodyAnswering:
            try await checkLooking(scene)
        case .aClaimIsMadeOnce, .aClaimKeepsItsIdentity, .aClaimThatHeldDataIsNotMadeAnew,
            .aStrangersClaimIsLeftAlone, .aClaimMadeAgainIsAnother:
            try await checkClaims(scene)
        case .whatAClaimHoldsIsMeasured, .aClaimGrowsAndKeepsItsBytes, .anotherClaimIsNotGrown,
            .itSaysWhatItCan:
            try await checkSizes(scene)
        case .aWorkloadIsMadeOnce, .aWorkloadNeedsItsClaims, .anotherWorkloadInItsPlaceIsStale,
            .limitsAreTakenAsTheyAre, .startingRunsIt, .startingTwiceIsOneRun,
            .startingWhatIsGoneIsStale, .aTakenPortIsToldApart:
            try await checkMaking(scene)
        case .stoppingStopsIt, .restartingIsAnotherRun, .restartingWhatIsGoneIsStale,
            .whatRunsIsNotRemoved, .removingKeepsTheClaim, .dataOutlivesTheWorkload:
            try await checkEnding(scene)
        case .aKilledWorkloadIsSeen, .aRemovedWorkloadIsSeen, .aRemovedClaimIsSeen,
            .aRenamedWorkloadIsFound, .editedLimitsAreDrift, .twoWorkloadsOfOneInstanceAreSeen:
            try await checkMeddling(scene)
        case .destroyingDestroysOnce, .destroyingHeedsTheIdentity,
            .destroyingHeedsWhoeverHasItMounted:
            try await checkDestroying(scene)
        case .theInventoryHasWhatIsOwn, .theInventoryLeavesOutStrangers, .theLatestEpochIsKept:
            try await checkInventory(scene)
        case .changesAreWhispered, .logsAreRead, .itSaysWhoItIs:
            try await checkHearing(scene)
        }
    }
}
