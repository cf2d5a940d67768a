import Domain
import TestSupport
import Testing

/// Where bytes lie is written down before they are destroyed, and told when they are gone.
@Suite struct WhereaboutsTests {
    private var story = Story()
    private let place = Whereabouts(place: "/srv/1 on node n1", manifest: "{}")

    init() {
        story.bind()
        story.seeClaim()
    }

    private var name: ClaimName { story.desired.claims[0].name }

    @Test mutating func whereBytesLieIsLearntOnce() {
        #expect(story.findings == [])
        story.observed.claims[name]?.whereabouts = place
        #expect(story.findings == [.claimPlaced(VolumeID("volume"), place)])
        story.desired.claims[0].whereabouts = place
        #expect(story.findings == [])
        story.observed.claims[name]?.whereabouts?.doubt = "the node is gone"
        #expect(story.findings.count == 1)
        // Who does not tell it now, has not moved it.
        story.observed.claims[name]?.whereabouts = nil
        #expect(story.findings == [])
    }

    @Test mutating func nothingIsLearntFromAnImpostor() {
        story.observed.claims[name] = .init(
            uid: ClaimUID("other"), volumeID: VolumeID("volume"), whereabouts: place)
        #expect(!story.findings.contains(.claimPlaced(VolumeID("volume"), place)))
    }

    /// So that the ticket's end can tell it: then there is nothing left to look at.
    @Test mutating func ofARetiredVolumeItIsLearntBeforeItIsDestroyed() {
        story.retire(uid: "old", notBefore: story.now)
        story.observed.claims[story.retiredName]?.whereabouts = place
        #expect(story.findings == [.claimPlaced(VolumeID("old"), place)])
    }

    @Test(arguments: [nil, "node n1 is gone"])
    mutating func theProofSaysWhereAndWithWhatDoubt(_ doubt: String?) {
        story.retire(uid: "old", notBefore: story.now)
        story.desired.retired[0].hasBegun = true
        story.desired.retired[0].whereabouts = place
        story.desired.retired[0].whereabouts?.doubt = doubt
        story.observed.claims[story.retiredName] = nil
        let seen = "the engine answered that it does not exist; it lay at /srv/1 on node n1"
        let proof = doubt.map { "unproven: \($0) (\(seen))" } ?? seen
        #expect(story.findings == [.destructionProven(TicketID("ticket"), proof: proof)])
    }
}
