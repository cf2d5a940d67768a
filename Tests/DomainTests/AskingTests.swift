import Domain
import TestSupport
import Testing

/// When a look tells enough for what has become known since.
@Suite struct AskingTests {
    private var story = Story()
    private var asked: Desired

    init() {
        story.seeClaim()
        asked = story.desired
    }

    private var isAnswered: Bool {
        story.desired.isAnswered(by: story.observed, askedAs: asked)
    }

    @Test mutating func whatTheLookHasTaughtItTells() {
        #expect(isAnswered)
        story.bind()
        #expect(isAnswered)
        story.desired.restart = .init(from: RunID("r"))
        #expect(isAnswered)
    }

    /// Another process has seen another claim: this look could only take it for lost.
    @Test mutating func whatOthersHaveSeenItDoesNot() {
        story.bind()
        story.desired.claims[0].uid = ClaimUID("another")
        #expect(!isAnswered)
    }

    @Test mutating func anotherWorkloadItWasNotAskedAbout() {
        story.desired.workload.hostPort += 1
        #expect(!isAnswered)
    }

    @Test mutating func otherClaimsItWasNotAskedAbout() {
        story.retire(uid: "old", notBefore: story.now)
        #expect(!isAnswered)
        asked = story.desired
        #expect(isAnswered)
        story.desired.retired = []
        #expect(!isAnswered)
    }

    /// Of what is retired, a look asks more.
    @Test mutating func whatWasRetiredSinceItWasNotAskedAboutAsSuch() {
        story.bind()
        asked = story.desired
        let claim = story.desired.claims.removeFirst()
        story.desired.retired = [
            .init(
                volumeID: claim.volumeID, name: claim.name, uid: claim.uid,
                ticket: TicketID("ticket"), notBefore: story.now, hasBegun: false)
        ]
        #expect(!isAnswered)
    }
}
