import Domain
import Testing

/// When something that nobody claims may go, by tables.
@Suite struct OrphanTests {
    private static let start = Instant(milliseconds: 1_767_225_600_000)
    private static let claim = EngineObject(kind: .claim, name: "hf-x-stray", uid: "uid-1")
    private static let workload = EngineObject(
        kind: .workload, name: "hf-x-web", uid: "c1", instanceID: InstanceID("i1"),
        claims: [ClaimName("hf-x-stray")])
    private let rule = OrphanRule()

    private static func orphan(
        _ object: EngineObject = claim, looks: Int = 3, for span: Duration = .days(1)
    ) -> Orphan {
        Orphan(
            id: OrphanID("o1"), object: object, firstSeen: start, lastSeen: start + span,
            looks: looks)
    }

    @Test(arguments: [
        (orphan(), nil), (orphan(looks: 2), "it was seen 2 times"),
        (orphan(for: .days(1) - .milliseconds(1)), "it has been seen for 23 hours"),
        (orphan().condemned(by: "a", confirming: "d", notBefore: start), "condemned already"),
        (orphan(workload), nil),
        (orphan(EngineObject(kind: .claim, name: "n", uid: "")), "no identity"),
        (
            orphan(EngineObject(kind: .workload, name: "n", uid: "c", mayWrite: true)),
            "stop it first"
        ),
    ])
    func objection(_ orphan: Orphan, _ expected: String?) {
        let objection = rule.objection(to: orphan)
        #expect((objection == nil) == (expected == nil))
        if let expected { #expect(objection?.contains(expected) == true, "\(objection ?? "")") }
    }

    /// However often it is restarted, and looks anew.
    @Test func looksInARowCountOnce() throws {
        var orphan = Self.orphan(looks: 1, for: .zero)
        for second in 1...59 {
            #expect(
                orphan.seen(
                    as: Self.claim, at: Self.start + .seconds(second), pause: rule.pause) == nil)
        }
        // A clock that goes back does not either.
        #expect(
            orphan.seen(as: Self.claim, at: Self.start - .days(3), pause: rule.pause) == nil)
        orphan = try #require(
            orphan.seen(as: Self.claim, at: Self.start + .seconds(60), pause: rule.pause))
        #expect(orphan.looks == 2)
        #expect(orphan.lastSeen == Self.start + .seconds(60))
    }

    @Test func aShortSpanHasShortPauses() {
        #expect(OrphanRule(looks: 3, span: .seconds(6)).pause == .seconds(2))
        #expect(OrphanRule(looks: 0, span: .zero).pause == .zero)
        #expect(rule.pause == .seconds(60))
    }

    @Test func thatItRunsNowIsKnownAtOnce() throws {
        var running = Self.workload
        running.mayWrite = true
        let seen = try #require(
            Self.orphan(Self.workload).seen(as: running, at: Self.start, pause: rule.pause))
        #expect(seen.object.mayWrite)
        #expect(seen.looks == 3)
    }

    @Test func nothingThatARowClaimsIsUnclaimed() {
        let inventory = Inventory(objects: [Self.claim, Self.workload])
        func names(_ instances: Set<InstanceID>, _ claims: Set<ClaimName>) -> [String] {
            inventory.unclaimed(instances: instances, claims: claims).map(\.name)
        }
        #expect(names([], []) == ["hf-x-stray", "hf-x-web"])
        #expect(names([InstanceID("i1")], []) == ["hf-x-stray"])
        #expect(names([], [ClaimName("hf-x-stray")]) == ["hf-x-web"])
        #expect(names([InstanceID("i1")], [ClaimName("hf-x-stray")]) == [])
        #expect(inventory.workloads(mounting: ClaimName("hf-x-stray")) == [Self.workload])
    }

    @Test func eachLookEndsWhatWentAndWhatIsClaimedAgain() {
        let (known, begun) = (Self.orphan(), Self.orphan(Self.workload).begun(at: Self.start))
        func proofs(_ inventory: Inventory, _ strays: [EngineObject]) -> [String?] {
            OrphanLook(inventory, strays: strays, rule: rule, at: Self.start)
                .changes(of: [known, begun]).map(\.proof)
        }
        let everything = Inventory(objects: [Self.claim, Self.workload])
        #expect(proofs(everything, [Self.claim, Self.workload]) == [])
        #expect(
            proofs(Inventory(), []) == [
                "it went away by itself; Holdfast removed nothing",
                "the engine answered that it does not exist",
            ])
        #expect(proofs(everything, [Self.workload]) == ["a row claims it again"])
        let other = EngineObject(kind: .claim, name: "hf-x-stray", uid: "uid-2")
        let look = OrphanLook(
            Inventory(objects: [other]), strays: [other], rule: rule, at: Self.start)
        #expect(look.changes(of: [known]).map(\.state) == [.gone])
        #expect(look.news(besides: [known]) == [other])
    }

    @Test func itIsDueWhenTheTimeToObjectIsOver() {
        let condemned = Self.orphan().condemned(by: "a", confirming: "d", notBefore: Self.start)
        #expect(condemned.isDue(at: Self.start))
        #expect(!condemned.isDue(at: Self.start - .milliseconds(1)))
        #expect(!condemned.spared.isDue(at: Self.start))
        #expect(condemned.begun(at: Self.start).isDue(at: Self.start - .days(1)))
        #expect(!condemned.ended(at: Self.start, proof: "p").isDue(at: Self.start))
    }

    @Test func toBeSparedIsAsIfItHadNeverBeenCondemned() {
        let orphan = Self.orphan()
        let condemned = orphan.condemned(by: "a", confirming: "d", notBefore: Self.start)
        #expect(condemned.spared == orphan)
    }
}
