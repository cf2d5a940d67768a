import Domain
import TestSupport
import Testing

/// Each row: a wish, a world, and the plan, read like prose.
@Suite struct PlanTests {
    private var story = Story()

    @Test func makesEverythingInOrder() {
        #expect(
            story.titles == [
                "pull image example/notes:1", "create volume hf-test-notes-1-data-g1",
                "create container notes-1",
            ])
    }

    @Test mutating func neverMakesALostVolumeAnew() {
        story.bind()
        #expect(story.titles == ["help: \(story.lostMessage)"])
        story.desired.wish = .stopped
        #expect(story.titles == [])
    }

    @Test mutating func callsForHelpWhenAnotherVolumeBearsTheName() {
        story.bind()
        story.seeClaim(uid: "impostor")
        #expect(story.titles == ["help: \(story.lostMessage)"])
    }

    @Test mutating func doesNotAdoptAStrangersVolume() {
        story.seeClaim(uid: "foreign", volume: nil)
        #expect(learn(desired: story.desired, observed: story.observed, now: story.now).isEmpty)
        guard case .callForHelp(.claimTaken(let claims)) = story.steps.first else {
            Issue.record("adopted: \(story.titles)")
            return
        }
        // It may be the newest data of a customer, after a restore of an older database.
        let message = Trouble.claimTaken(claims).message
        #expect(message.contains("keep it"))
        #expect(!message.contains("remove"))
    }

    @Test mutating func startsOnlyWhatIsStopped() {
        story.bind()
        story.seeClaim()
        story.see(.stopped("exited with 1"))
        #expect(story.titles == ["start"])
        story.see(.running(RunID("r"), .ready))
        #expect(story.titles == [])
        story.see(.running(RunID("r"), .starting))
        #expect(story.titles == ["wait: waiting until the service answers"])
    }

    /// As after a reset in an older copy of the database: a later state had made this workload.
    /// An engine that starts it makes up an empty volume that nobody knows.
    @Test mutating func doesNotStartOnAClaimThatIsYetToBeMade() {
        story.observed.hasImage = true
        story.see(.stopped("exited with 1"))
        #expect(
            story.titles == [
                "remove container; its volumes stay", "create volume hf-test-notes-1-data-g1",
                "create container notes-1",
            ])
        story.see(.running(RunID("r"), .ready))
        #expect(story.titles.first?.hasPrefix("stop") == true)
    }

    @Test mutating func bringsBackWhatLeadsVisitorsToIt() {
        story.bind()
        story.seeClaim()
        story.see(.running(RunID("r"), .ready))
        story.observed.workloads[0].missing = ["service x"]
        #expect(story.titles == ["start"])
    }

    @Test mutating func waitsForIntrudersBeforeAStart() {
        story.bind()
        story.seeClaim()
        story.see(.stopped("exited with 1"))
        story.observed.intruders = ["stranger"]
        guard case .callForHelp(.volumeInUse(by: ["stranger"])) = story.steps.first else {
            Issue.record("started beside another writer: \(story.titles)")
            return
        }
    }

    @Test mutating func stopsBeforeItReplaces() {
        story.bind()
        story.seeClaim()
        story.observed.hasImage = true
        story.see(.running(RunID("r"), .ready), revision: "old")
        #expect(story.titles.first == "stop (up to 10 s)")
        story.see(.stopped("exited with 0"), revision: "old")
        #expect(story.titles.first == "remove container; its volumes stay")
    }

    @Test mutating func fetchesTheImageBeforeItReplaces() {
        story.bind()
        story.seeClaim()
        story.see(.running(RunID("r"), .ready), revision: "old")
        #expect(
            story.titles.prefix(2) == ["pull image example/notes:1", "stop (up to 10 s)"])
        // What was meddled with is not left running for that.
        story.observed.workloads[0].drift = ["it is privileged"]
        #expect(story.titles.first == "stop (up to 10 s)")
    }

    @Test mutating func replacesWhatWasEdited() {
        story.bind()
        story.seeClaim()
        story.see(.running(RunID("r"), .ready))
        story.observed.workloads[0].drift = ["memory 64Mi instead of 128Mi"]
        #expect(story.titles.first == "stop (up to 10 s)")
    }

    @Test mutating func clearsAwayASecondWorkload() {
        story.bind()
        story.seeClaim()
        story.see(.running(RunID("r"), .ready))
        story.observed.workloads.append(story.observed.workloads[0])
        story.observed.workloads[1].id = WorkloadID("second")
        #expect(story.titles.prefix(2) == ["stop (up to 10 s)", "stop (up to 10 s)"])
    }

    @Test mutating func restartsTheNotedRunOnly() {
        story.bind()
        story.seeClaim()
        story.see(.running(RunID("r1"), .ready))
        story.desired.restart = .init(from: nil)
        #expect(story.findings == [.restartBegun(from: RunID("r1"))])
        story.desired.restart = .init(from: RunID("r1"))
        #expect(story.findings == [])
        #expect(story.titles == ["restart (up to 10 s)"])
        story.see(.running(RunID("r2"), .starting))
        #expect(story.findings == [.restartDone])
    }

    @Test mutating func keepsAStoppedWorkloadAsItIs() {
        story.bind()
        story.seeClaim()
        story.desired.wish = .stopped
        story.see(.stopped("exited with 0"))
        #expect(story.titles == [])
        story.see(.stopped("exited with 0"), revision: "old")
        #expect(story.titles == ["remove container; its volumes stay"])
    }

    @Test mutating func destroysOnlyWhatIsDueAndItself() {
        story.bind()
        story.seeClaim()
        story.see(.running(RunID("r"), .ready))
        story.retire(uid: "old", notBefore: story.now + .seconds(1))
        #expect(story.titles == [])
        story.now = story.now + .seconds(1)
        #expect(story.titles == ["destroy ticket"])
        story.observed.claims[story.retiredName]?.uid = ClaimUID("impostor")
        #expect(story.titles == [])
    }

    @Test mutating func destroysNothingWhileSomethingIsToBeDone() {
        story.bind()
        story.seeClaim()
        story.see(.running(RunID("r"), .ready), revision: "old")
        story.retire(uid: "old", notBefore: story.now)
        #expect(!story.titles.contains("destroy ticket"))
    }

    @Test mutating func neverDestroysWhatWasMissingAlready() {
        story.bind()
        story.seeClaim()
        story.see(.running(RunID("r"), .ready))
        story.retire(uid: "old", notBefore: story.now + .seconds(1))
        story.observed.claims[story.retiredName] = nil
        guard case .claimLost = story.findings.first else {
            Issue.record("kept quiet: \(story.findings)")
            return
        }
        story.now = story.now + .seconds(1)
        #expect(
            story.findings == [
                .destructionProven(
                    TicketID("ticket"),
                    proof: "it was already missing; Holdfast destroyed nothing")
            ])
    }
}
