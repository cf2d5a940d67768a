import Domain
import TestSupport
import Testing

/// When a claim is made larger, and when it is left as it is.
@Suite struct GrowthTests {
    private var story = Story()

    init() {
        story.bind()
        story.see(.running(RunID("r"), .ready))
    }

    private mutating func see(_ size: Bytes?) {
        story.seeClaim()
        story.observed.claims[story.desired.claims[0].name]?.enforcedSize = size
    }

    private var grow: String { "grow volume \(story.desired.claims[0].name) to 1 MiB" }

    @Test mutating func growsWhatIsTooSmall() {
        see(Bytes(1 << 19))
        #expect(story.titles == [grow])
        #expect(
            story.steps.first
                == .act(.grow(story.desired.claims[0].name, ClaimUID("uid"), to: Bytes(1 << 20))))
        #expect(!story.steps.isSettled)
    }

    @Test(arguments: [Bytes(1 << 20), Bytes(1 << 21), nil])
    mutating func leavesWhatIsLargeEnoughOrNotEnforced(_ size: Bytes?) {
        see(size)
        #expect(story.titles == [])
    }

    /// A service may not come up because it has no room.
    @Test(arguments: [Observed.Workload.Health.starting, .failing("why")])
    mutating func growsBeforeItWaits(_ health: Observed.Workload.Health) {
        see(Bytes(1 << 19))
        story.see(.running(RunID("r"), health))
        #expect(story.titles.first == grow)
        #expect(story.titles.count == 2)
    }

    @Test mutating func startsBeforeItGrows() {
        see(Bytes(1 << 19))
        story.see(.stopped("exited with 0"))
        #expect(story.titles == ["start"])
    }

    @Test mutating func growsWhatIsStopped() {
        see(Bytes(1 << 19))
        story.desired.wish = .stopped
        story.see(.stopped("exited with 0"))
        #expect(story.titles == [grow])
    }

    @Test mutating func growsNothingThatIsNotItsOwn() {
        see(Bytes(1 << 19))
        story.desired.wish = .stopped
        story.see(.stopped("exited with 0"))
        story.observed.claims[story.desired.claims[0].name]?.uid = ClaimUID("impostor")
        #expect(story.titles == [])
    }

    @Test mutating func growsNoRetiredClaim() {
        see(Bytes(1 << 20))
        story.retire(uid: "old", notBefore: story.now + .seconds(1))
        story.observed.claims[story.retiredName]?.enforcedSize = Bytes(1)
        #expect(story.titles == [])
    }

    private mutating func see(_ growth: Observed.Claim.Growth) {
        see(Bytes(1 << 19))
        story.observed.claims[story.desired.claims[0].name]?.growth = growth
    }

    @Test mutating func waitsForWhatIsUnderWay() {
        see(.underWay("the storage is at it"))
        let name = story.desired.claims[0].name
        #expect(
            story.titles == ["wait: volume \(name) is being enlarged: the storage is at it"])
        #expect(!story.steps.isSettled)
    }

    /// Nobody would come to use what is stopped.
    @Test mutating func waitsForANextStartOnlyWhereOneComes() {
        see(.withNextStart("why"))
        #expect(story.titles.count == 1 && !story.steps.isSettled)
        story.desired.wish = .stopped
        story.see(.stopped("exited with 0"))
        #expect(story.titles == [])
    }

    /// The service goes on with the room that it has.
    @Test mutating func tellsWhatIsRefused() {
        see(.refused("no room"))
        let phase = Phase.derive(
            desired: story.desired, observed: story.observed, steps: story.steps)
        #expect(phase.phase == .running)
        #expect(phase.message?.contains("cannot be enlarged") == true)
        #expect(phase.message?.hasSuffix("no room") == true)
    }

    @Test(arguments: [
        Observed.Claim.Growth.underWay("why"), .withNextStart("why"), .refused("why"),
    ])
    mutating func destroysWhateverGrows(_ growth: Observed.Claim.Growth) {
        see(growth)
        story.retire(uid: "old", notBefore: story.now)
        #expect(story.titles.first == "destroy ticket")
    }
}
