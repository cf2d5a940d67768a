import Domain
import TestSupport
import Testing

/// When a volume counts as full, and what its owner is told.
@Suite struct FullnessTests {
    private static let size = Bytes(250 << 20)

    private var volume = Volume(
        id: VolumeID("volume"), instanceID: InstanceID("instance"),
        template: Fixtures.notes.volumes[0], generation: 1, size: size,
        claim: ClaimName("claim"), createdAt: Instant(milliseconds: 0))

    private func usage(_ mebibytes: Int64, isEnforced: Bool = true) -> VolumeUsage {
        VolumeUsage(
            volumeID: volume.id, instanceID: volume.instanceID, used: Bytes(mebibytes << 20),
            isEnforced: isEnforced, measuredAt: Instant(milliseconds: 0))
    }

    @Test(arguments: [(237, false), (238, true), (250, true)])
    func anEnforcedSizeIsFullAtNineteenTwentieths(_ used: Int64, _ isFull: Bool) {
        #expect(usage(used).isFull(of: Self.size) == isFull)
    }

    @Test(arguments: [(250, false), (251, true)])
    func anAdvisorySizeIsFullBeyondIt(_ used: Int64, _ isFull: Bool) {
        #expect(usage(used, isEnforced: false).isFull(of: Self.size) == isFull)
    }

    @Test func smallChangesAreNoNews() {
        var known = usage(100)
        var now = known
        now.used = Bytes(known.used.count + 1 << 19)
        #expect(!now.differsNoticeably(from: known, of: Self.size))
        now.used = Bytes(known.used.count - 1 << 20)
        #expect(now.differsNoticeably(from: known, of: Self.size))
        now.used = Bytes(known.used.count + 200)
        #expect(now.differsNoticeably(from: known, of: Bytes(20_000)))
        now = known
        known.isEnforced = false
        #expect(now.differsNoticeably(from: known, of: Self.size))
    }

    @Test func itTellsWhatToDo() {
        let plus = Variant(
            name: "Plus", limits: Fixtures.variant.limits,
            volumeSizes: ["data": Bytes(500 << 20)])
        let pro = Variant(
            name: "Pro", limits: Fixtures.variant.limits, volumeSizes: ["data": Bytes(1 << 30)])
        var service = Fixtures.notes
        service.variants = [pro, Fixtures.variant, plus]
        let larger = LargerVariants(of: service).words(for: volume)
        #expect(
            usage(249).fullness(of: volume, larger: larger)
                == "Volume data is full: 249 of 250 MiB. Change to variant Plus (500 MiB), or "
                + "remove files that are not needed; nothing was deleted.")
        #expect(
            usage(300, isEnforced: false).fullness(of: volume, larger: nil)
                == "Volume data holds more than its size: 300 of 250 MiB. Remove files that are "
                + "not needed; nothing was deleted.")
        #expect(usage(200).fullness(of: volume, larger: larger) == nil)
        service.variants = [Fixtures.variant]
        #expect(LargerVariants(of: service).words(for: volume) == nil)
    }

    @Test func aFullVolumeIsToldBesideThePhase() {
        var story = Story()
        story.bind()
        story.seeClaim()
        story.desired.claims[0].fullness = "It is full."
        story.see(.running(RunID("r"), .ready))
        #expect(phase(of: story) == (.running, "It is full."))
        story.see(.running(RunID("r"), .failing("it does not answer")))
        #expect(phase(of: story) == (.unhealthy, "it does not answer. It is full."))
        story.desired.wish = .stopped
        story.see(.stopped("exited with 0"))
        #expect(phase(of: story) == (.stopped, nil))
    }

    private func phase(of story: Story) -> (Phase, String?) {
        let (phase, message) = Phase.derive(
            desired: story.desired, observed: story.observed, steps: story.steps)
        return (phase, message)
    }

    @Test(arguments: [
        (250 << 20, "250 MiB"), (1 << 30, "1 GiB"), (1536 << 20, "1.5 GiB"), (700, "700 bytes"),
        (10_240, "10 KiB"),
    ])
    func sizesAreReadable(_ bytes: Int64, _ words: String) {
        #expect(Bytes(bytes).rounded == words)
    }
}
