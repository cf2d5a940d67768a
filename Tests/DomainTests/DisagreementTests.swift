import Domain
import TestSupport
import Testing

/// In what engine and rows disagree, both ways, in words.
@Suite struct DisagreementTests {
    private let instance = ServiceInstance(
        id: InstanceID("i1"), subscriptionID: SubscriptionID("s1"), customerID: UserID("u1"),
        name: "notes-1", spec: WorkloadSpec(of: Fixtures.notes, variant: Fixtures.variant),
        hostPort: 20_000, createdAt: Instant(milliseconds: 0))
    private let volume = Volume(
        id: VolumeID("v1"), instanceID: InstanceID("i1"), template: Fixtures.notes.volumes[0],
        generation: 1, size: Bytes(1), claim: ClaimName("c1"), uid: ClaimUID("uid-1"),
        createdAt: Instant(milliseconds: 0))
    private let claim = EngineObject(
        kind: .claim, name: "c1", uid: "uid-1", volumeID: VolumeID("v1"))
    private let workload = EngineObject(
        kind: .workload, name: "web", uid: "w1", instanceID: InstanceID("i1"), mayWrite: true,
        claims: [ClaimName("c1")])

    private func words(
        _ objects: [EngineObject], wish: ServiceInstance.Wish = .running,
        _ change: (inout Volume) -> Void = { _ in }
    ) -> [String] {
        var (instance, volume) = (instance, volume)
        instance.wish = wish
        change(&volume)
        let whole = Inventory(objects: objects)
        let words = whole.disagreements(with: instance, [volume])
        let part = whole.part(of: [instance.id], [volume.claim])
        #expect(part.disagreements(with: instance, [volume]) == words)
        return words
    }

    @Test func aPartLeavesOutOthers() {
        let others = [
            EngineObject(kind: .claim, name: "c2", uid: "uid-2"),
            EngineObject(kind: .workload, name: "c1", uid: "w2", instanceID: InstanceID("i2")),
        ]
        let whole = Inventory(objects: [claim, workload] + others, epoch: 7)
        #expect(
            whole.part(of: [instance.id], [volume.claim])
                == Inventory(objects: [claim, workload], epoch: 7))
    }

    @Test func whatIsAsItShouldBeIsNotSpokenOf() {
        #expect(words([claim, workload]) == [])
        var idle = workload
        idle.mayWrite = false
        #expect(words([claim, idle], wish: .stopped) == [])
        #expect(words([claim], wish: .stopped) == [])
        #expect(words([claim], wish: .erased) == [])
        #expect(words([], wish: .stopped) { $0.uid = nil } == [])
        #expect(words([], wish: .stopped) { $0.state = .destroyed } == [])
    }

    @Test func volumes() {
        #expect(
            words([workload]) == ["Volume c1 is recorded as attached, and is not in the engine."])
        var other = claim
        other.uid = "uid-2"
        #expect(
            words([other, workload]) == [
                "The engine has another volume named c1 than the one recorded."
            ])
        other.volumeID = VolumeID("v2")
        #expect(
            words([other, workload]) { $0.uid = nil } == [
                "The engine has a volume named c1 that was not made for this service."
            ])
        #expect(
            words([claim], wish: .stopped) { $0.state = .destroyed } == [
                "Volume c1 is recorded as destroyed, and is in the engine."
            ])
    }

    @Test func containers() {
        var idle = workload
        idle.mayWrite = false
        idle.name = "idle"
        #expect(words([claim]) == ["It is to run, and has no container."])
        #expect(words([claim, idle]) == ["It is to run, and does not: idle."])
        #expect(words([claim, workload, idle]) == ["It has 2 containers: idle, web."])
        #expect(
            words([claim, workload], wish: .stopped) == ["It is to be stopped, and runs: web."])
        #expect(words([claim, idle], wish: .erased) == ["It is to be gone, and there is: idle."])
        #expect(
            words([claim, idle], wish: .stopped) { $0.state = .retired } == [
                "Container idle has volume c1 mounted, which is not attached."
            ])
    }
}
