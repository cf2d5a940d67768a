import Domain
import EngineKubernetes
import KubernetesAPI
import Testing
import Wire

/// What is known without asking, and when it is not.
@Suite struct MemoryTests {
    private let start = Instant(milliseconds: 1_000_000)
    private let id = Sample.workload.instanceID

    private func object(
        _ name: String, version: String = "1", labels: JSONValue = ["holdfast/instance": "i1"],
        _ spec: JSONValue = [:]
    ) throws -> Sighting {
        try Sample.read([
            "metadata": [
                "name": .string(name), "namespace": "hf-abc123-c1", "uid": .string("uid-\(name)"),
                "resourceVersion": .string(version), "labels": labels,
            ],
            "spec": spec,
        ])
    }

    private func current() -> Memory {
        var memory = Memory()
        for (number, kind) in ClusterView.kinds.enumerated() {
            _ = memory.hear(.listed([]), of: kind, at: start + .seconds(number))
        }
        return memory
    }

    private func desired(revision: Int = 1) -> Desired {
        var workload = Sample.workload
        workload.spec.image = "notes:\(revision)"
        return Desired(wish: .running, workload: workload, claims: [Sample.claim])
    }

    private func running(_ health: Observed.Workload.Health = .ready) -> Observed {
        Observed(
            workloads: [
                Observed.Workload(
                    id: WorkloadID("a"), revision: "r", state: .running(RunID("1"), health))
            ], hasImage: true)
    }

    private func impressed(_ observed: Observed) -> Memory {
        var memory = current()
        memory.impress(
            observed, by: desired(), at: start, after: memory.changes(of: id))
        return memory
    }

    @Test func onlyWhenAllKindsAreKnownIsAnythingKnown() {
        var memory = Memory()
        for kind in ClusterView.kinds {
            #expect(memory.recollection == nil)
            _ = memory.hear(.listed([]), of: kind, at: start)
        }
        #expect(memory.recollection == Recollection(Inventory(), asOf: start))
    }

    @Test func itIsAsOldAsTheOldestOfIt() {
        var memory = current()
        #expect(memory.recollection?.asOf == start)
        _ = memory.hear(.confirmed, of: ClusterView.kinds[0], at: start + .seconds(60))
        #expect(memory.recollection?.asOf == start + .seconds(1))
    }

    @Test func whatWasInterruptedIsNotKnown() {
        var memory = impressed(running())
        _ = memory.hear(.interrupted(.cancelled), of: .pod, at: start)
        #expect(memory.recollection == nil)
        #expect(memory.observed(for: desired(), at: start) == nil)
        // It went on from where it was: nothing was missed.
        _ = memory.hear(.confirmed, of: .pod, at: start)
        #expect(memory.recollection != nil)
        #expect(memory.observed(for: desired(), at: start) == running())
    }

    @Test func anImpressionHoldsForItsQuestion() {
        let memory = impressed(running())
        #expect(memory.observed(for: desired(), at: start) == running())
        #expect(memory.observed(for: desired(revision: 2), at: start) == nil)
        var other = desired()
        other.claims[0].uid = ClaimUID("known since")
        #expect(memory.observed(for: other, at: start) == nil)
    }

    @Test func anImpressionEndsWithTheNextChange() throws {
        let changes: [ReflectedChange<Sighting>] = [
            .changed(try object("a")), .listed([try object("a")]), .gone(try object("a")),
        ]
        for change in changes {
            var memory = impressed(running())
            #expect(memory.hear(change, of: .pod, at: start) == [id])
            #expect(memory.observed(for: desired(), at: start) == nil)
        }
    }

    /// It may have been read by the look, and it may not.
    @Test func aChangeDuringTheLookEndsItAsWell() throws {
        var memory = current()
        let changes = memory.changes(of: id)
        _ = memory.hear(.changed(try object("a")), of: .pod, at: start)
        memory.impress(running(), by: desired(), at: start, after: changes)
        #expect(memory.observed(for: desired(), at: start) == nil)
    }

    @Test func whatStaysAsItWasIsKeptLonger() {
        var memory = impressed(running(.starting))
        var (now, trust) = (start, Impression.briefTrust)
        for _ in 1...5 {
            now = now + trust
            #expect(memory.observed(for: desired(), at: now) == nil)
            memory.impress(running(.starting), by: desired(), at: now, after: 0)
            trust = min(trust * 2, Impression.patience)
            let late = now + trust
            #expect(memory.observed(for: desired(), at: late - .milliseconds(1)) != nil)
            #expect(memory.observed(for: desired(), at: late) == nil)
        }
        #expect(trust == Impression.patience)
        memory.impress(running(.failing("x")), by: desired(), at: now, after: 0)
        #expect(memory.observed(for: desired(), at: now + Impression.briefTrust) == nil)
    }

    @Test func whatIsOnItsWayIsKeptForAMomentOnly() {
        var crowded = running()
        crowded.intruders = ["pod x"]
        for seen in [running(.starting), running(.failing("it is not ready")), crowded] {
            let memory = impressed(seen)
            let late = start + Impression.briefTrust
            #expect(memory.observed(for: desired(), at: late - .milliseconds(1)) == seen)
            #expect(memory.observed(for: desired(), at: late) == nil)
        }
    }

    @Test func anImpressionGrowsOldAndTheClockMayTurnBack() {
        let memory = impressed(running())
        let late = start + Impression.trust
        #expect(memory.observed(for: desired(), at: late - .milliseconds(1)) != nil)
        #expect(memory.observed(for: desired(), at: late) == nil)
        #expect(memory.observed(for: desired(), at: start - .milliseconds(1)) == nil)
    }

    @Test func aNewListTellsOnlyWhatHasChanged() throws {
        var memory = current()
        let other: JSONValue = ["holdfast/instance": "i2"]
        let before = [
            try object("a"), try object("b", labels: other), try object("c", labels: other),
        ]
        #expect(Set(memory.hear(.listed(before), of: .pod, at: start)).count == 2)
        let after = [try object("a", version: "2"), before[1], before[2]]
        #expect(memory.hear(.listed(after), of: .pod, at: start) == [id])
        #expect(memory.hear(.listed([after[0]]), of: .pod, at: start).contains(InstanceID("i2")))
    }

    @Test func whoeverHadALabelBeforeIsToldToo() throws {
        var memory = current()
        _ = memory.hear(.changed(try object("a")), of: .pod, at: start)
        let stolen = try object("a", labels: ["holdfast/instance": "i2"])
        #expect(
            memory.hear(.changed(stolen), of: .pod, at: start) == [id, InstanceID("i2")])
    }

    @Test func theInventoryIsMadeOfAllKinds() throws {
        var memory = current()
        let claims: JSONValue = [
            "volumes": [["persistentVolumeClaim": ["claimName": "data-g1"]], ["emptyDir": [:]]]
        ]
        let set = try object("notes-1", ["replicas": 0, "template": ["spec": claims]])
        _ = memory.hear(.changed(set), of: .statefulSet, at: start)
        let labels: JSONValue = ["holdfast/claim": "c1", "holdfast/volume": "v1"]
        let claim = try object("data-g1", labels: labels)
        _ = memory.hear(.changed(claim), of: .persistentVolumeClaim, at: start)
        let volume = try object("pv-1", labels: labels, ["claimRef": ["name": "data-g1"]])
        _ = memory.hear(.changed(volume), of: .persistentVolume, at: start)
        let workload = EngineObject(
            kind: .workload, name: "notes-1", uid: "hf-abc123-c1/notes-1/uid-notes-1",
            instanceID: id, claims: [ClaimName("data-g1")])
        let kept = EngineObject(
            kind: .claim, name: "data-g1", uid: "c1", volumeID: VolumeID("v1"))
        #expect(memory.recollection?.inventory.objects == [kept, workload])
        // Bytes whose claim is gone go by the name of that.
        _ = memory.hear(.gone(claim), of: .persistentVolumeClaim, at: start)
        #expect(memory.recollection?.inventory.objects == [kept, workload])
        _ = memory.hear(.changed(try object("notes-1-0")), of: .pod, at: start)
        #expect(memory.recollection?.inventory.objects.last?.mayWrite == true)
    }
}
