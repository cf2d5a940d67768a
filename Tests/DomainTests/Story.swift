import Domain
import TestSupport

/// One instance with one volume, and a world that a test sets up line by line.
struct Story {
    var now = Instant(milliseconds: 1_767_225_600_000)
    var desired: Desired
    var observed = Observed()

    let retiredName = ClaimName("hf-test-notes-1-data-g0")
    private let volume = VolumeID("volume")

    init() {
        let instance = ServiceInstance(
            id: InstanceID("instance"), subscriptionID: SubscriptionID("subscription"),
            customerID: UserID("customer"), name: "notes-1",
            spec: WorkloadSpec(of: Fixtures.notes, variant: Fixtures.variant), hostPort: 20000,
            createdAt: now)
        let row = Volume(
            id: volume, instanceID: instance.id, template: Fixtures.notes.volumes[0],
            generation: 1, size: Bytes(1 << 20),
            claim: ClaimName(install: "test", instance: "notes-1", volume: "data", generation: 1),
            createdAt: now)
        desired = Desired(
            instance: instance, volumes: [row], secrets: [], tickets: [],
            address: PublicAddress(host: "localhost"))
    }

    var steps: [Step] { plan(desired: desired, observed: observed, now: now) }
    var findings: [Finding] { learn(desired: desired, observed: observed, now: now) }

    var lostMessage: String { Trouble.volumeLost([desired.claims[0].name]).message }

    var titles: [String] {
        steps.map { step in
            switch step {
            case .act(let act): act.title
            case .wait(let why): "wait: \(why)"
            case .callForHelp(let trouble): "help: \(trouble.message)"
            case .destroy(let ticket): "destroy \(ticket)"
            }
        }
    }

    /// From here on the volume is known to hold data.
    mutating func bind() {
        desired.claims[0].uid = ClaimUID("uid")
        desired.claims[0].status = .bound
    }

    mutating func seeClaim(uid: String = "uid", volume: VolumeID? = VolumeID("volume")) {
        observed.claims[desired.claims[0].name] = .init(uid: ClaimUID(uid), volumeID: volume)
    }

    mutating func see(_ state: Observed.Workload.State, revision: String? = nil) {
        observed.workloads = [
            .init(
                id: WorkloadID("container"), revision: revision ?? desired.workload.revision,
                state: state)
        ]
    }

    mutating func retire(uid: String, notBefore: Instant) {
        desired.retired = [
            .init(
                volumeID: VolumeID("old"), name: retiredName, uid: ClaimUID(uid),
                ticket: TicketID("ticket"), notBefore: notBefore, hasBegun: false)
        ]
        observed.claims[retiredName] = .init(uid: ClaimUID(uid), volumeID: VolumeID("old"))
    }
}
