import Testing
import Wire

/// A judge that finds nothing is worth something only if it finds what is there: each promise is
/// broken here once.
@Suite struct JudgeTests {
    @Test func nothingIsSaidWhereNothingIsBroken() {
        let (history, evidence) = (History.sample, Evidence.sample)
        #expect(Judge.lostRows(history, evidence) == [])
        #expect(Judge.misplacedRows(history, evidence) == [])
        #expect(Judge.unexcusedLosses(history, evidence) == [])
        #expect(Judge.sharedVolumes(history) == [])
        #expect(Judge.overlappingRuns(history) == [])
        #expect(Judge.unfulfilledOrders(history) == [])
        #expect(Judge.unaskedOperations(history, evidence) == [])
        #expect(Judge.unauditedOrders(history, evidence) == [])
        #expect(Judge.brokenDatabases(evidence) == [])
        #expect(Judge.discord(.sample) == [])
    }

    @Test func aLostRowIsFound() {
        var evidence = Evidence.sample
        evidence.contents["g1"]?.remove(1)
        let lost = Judge.lostRows(.sample, evidence)
        #expect(lost.count == 1)
        #expect(lost.first?.hasPrefix("Row 1 of isso is lost") == true)
    }

    /// A row that was under way while the volumes changed may be in either, and in no other.
    @Test func aRowOnTheBorderMayBeOnEitherSide() {
        var evidence = Evidence.sample
        #expect(evidence.contents["g1"]?.remove(2) == 2)
        #expect(Judge.lostRows(.sample, evidence).count == 1)
        evidence.contents["g2"]?.insert(2)
        #expect(Judge.lostRows(.sample, evidence) == [])
        #expect(Judge.misplacedRows(.sample, evidence) == [])
    }

    @Test func aRowInAnotherServicesVolumeOrAnEarlierOneIsFound() {
        var evidence = Evidence.sample
        evidence.contents["g1"]?.insert(3)
        evidence.contents["other"] = [1]
        #expect(
            Judge.misplacedRows(.sample, evidence) == [
                "Row 1 of isso is in other, where it cannot be.",
                "Row 3 of isso is in g1, where it cannot be.",
            ])
    }

    @Test func rowsMayGoOnlyWithAVolumeThatWasDestroyedInOrder() {
        var evidence = Evidence.sample
        evidence.contents["g1"] = nil
        #expect(Judge.unexcusedLosses(.sample, evidence).count == 1)
        #expect(Judge.lostRows(.sample, evidence).count == 2)
        evidence.audit += .destruction(of: "g1")
        #expect(Judge.unexcusedLosses(.sample, evidence) == [])
        #expect(Judge.lostRows(.sample, evidence) == [])
    }

    @Test(arguments: ["unconfirmed", "early", "never begun", "begun only"])
    func aDestructionOutOfOrderExcusesNothing(_ slip: String) {
        var audit: [AuditReply] = .destruction(of: "g1")
        switch slip {
        case "unconfirmed": audit[0].details["confirmation"] = nil
        case "early": audit[0].details["notBefore"] = "2026-01-02T00:00:00.000Z"
        case "never begun": audit.remove(at: 1)
        default: audit.removeLast()
        }
        #expect(Judge.destroyedClaims(audit) == [])
        #expect(Judge.destroyedClaims(.destruction(of: "g1")) == ["g1"])
    }

    @Test func twoRunsOnOneVolumeAreFound() {
        var history = History.sample
        history.sightings.append(.init(moment: 9, runs: ["g1": ["a1", "b1"], "g2": ["c1"]]))
        #expect(Judge.sharedVolumes(history) == [#"At 9, g1 was mounted by ["a1", "b1"]."#])
    }

    @Test func aStartBesideAnotherIsFound() {
        var history = History.sample
        history.words.append(
            .init(era: 1, instance: "i", container: "c", kind: .start))
        #expect(Judge.overlappingRuns(history).count == 1)
        // Of what ended while nobody listened, no word was heard.
        history.words[history.words.count - 1].era = 2
        #expect(Judge.overlappingRuns(history) == [])
    }

    @Test(arguments: ["pending", "running", "failed"])
    func anOperationWithoutAGoodEndIsFound(_ state: String) {
        var history = History.sample
        history.orders[0].state = state
        #expect(Judge.unfulfilledOrders(history).count == 1)
    }

    @Test func anEndWithoutWordsIsFound() {
        var history = History.sample
        history.orders[0].message = ""
        #expect(Judge.unfulfilledOrders(history).count == 1)
    }

    @Test func aWishThatWasTakenTwiceIsFound() {
        var evidence = Evidence.sample
        evidence.operations.append(.sample(id: "again", kind: "restart"))
        #expect(Judge.unaskedOperations(.sample, evidence).count == 1)
        evidence.operations = []
        #expect(Judge.unaskedOperations(.sample, evidence).count == 1)
    }

    @Test func aWishThatIsNotAuditedOnceIsFound() {
        var evidence = Evidence.sample
        evidence.audit.removeAll { $0.action == "instance.reset" }
        #expect(Judge.unauditedOrders(.sample, evidence).count == 1)
        evidence = .sample
        evidence.audit += evidence.audit
        #expect(Judge.unauditedOrders(.sample, evidence).count == 2)
    }

    @Test func aBrokenDatabaseIsFound() {
        var evidence = Evidence.sample
        evidence.integrity["holdfast.db"] = "row 3 missing from index"
        #expect(Judge.brokenDatabases(evidence) == ["holdfast.db: row 3 missing from index"])
    }
}
