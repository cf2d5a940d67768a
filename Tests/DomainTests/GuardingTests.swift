import Domain
import TestSupport
import Testing

/// When a claim is guarded: before anything that could be the end of it.
@Suite struct GuardingTests {
    private var story = Story()

    init() {
        story.bind()
        story.see(.running(RunID("r"), .ready))
        story.seeClaim()
        story.observed.claims[story.desired.claims[0].name]?.isGuarded = false
    }

    private var `guard`: String { "guard volume \(story.desired.claims[0].name)" }

    @Test mutating func guardsWhatRuns() {
        #expect(story.titles == [`guard`])
        #expect(!story.steps.isSettled)
        story.observed.claims[story.desired.claims[0].name]?.isGuarded = true
        #expect(story.titles == [])
    }

    /// The end of a pod can be the end of a claim that is on its way out.
    @Test(arguments: [ServiceInstance.Wish.stopped, .erased])
    mutating func guardsBeforeItStops(_ wish: ServiceInstance.Wish) {
        story.desired.wish = wish
        #expect(story.titles == [`guard`])
    }

    @Test mutating func guardsBeforeItRestarts() {
        story.desired.restart = .init(from: RunID("r"))
        #expect(story.titles == [`guard`])
    }

    @Test mutating func guardsNothingOfOthers() {
        story.observed.claims[story.desired.claims[0].name] = .init(
            uid: ClaimUID("impostor"), volumeID: nil, isGuarded: false)
        #expect(!story.titles.contains(`guard`))
    }

    /// An older database was put back, and knows neither it nor its name.
    @Test(arguments: [ServiceInstance.Wish.running, .stopped, .erased])
    mutating func guardsWhatOnlyALaterStateKnew(_ wish: ServiceInstance.Wish) {
        story.desired.wish = wish
        story.observed.claims = [
            ClaimName("later"): .init(
                uid: ClaimUID("later"), volumeID: VolumeID("later"), isGuarded: false)
        ]
        #expect(story.titles == ["guard volume later"])
    }

    @Test(arguments: [false, true])
    mutating func guardsWhatIsRetiredUntilItIsDestroyed(hasBegun: Bool) {
        story.observed.claims[story.desired.claims[0].name]?.isGuarded = true
        story.retire(uid: "old", notBefore: story.now + .seconds(1))
        story.desired.retired[0].hasBegun = hasBegun
        story.observed.claims[story.retiredName]?.isGuarded = false
        let title = "guard volume \(story.retiredName)"
        #expect(story.titles.contains(title) == !hasBegun)
    }

    @Test mutating func whatNothingCanMountIsReattached() {
        story.observed.claims[story.desired.claims[0].name] = .init(
            uid: ClaimUID("uid"), volumeID: VolumeID("volume"), isDetached: true)
        story.see(.stopped("stopped"))
        #expect(story.titles == ["reattach volume \(story.desired.claims[0].name)"])
        #expect(story.findings == [])
        story.desired.wish = .erased
        #expect(!story.titles.contains { $0.hasPrefix("reattach") })
    }
}
