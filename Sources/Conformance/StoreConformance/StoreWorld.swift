import Domain
import TestSupport

/// A customer with one instance and its volume, all of fixed ids, to be put into a store.
struct StoreWorld: Sendable {
    static let start = Instant(milliseconds: 1_767_225_600_000)
    /// Before any test began.
    static let past = start + .seconds(-3600)

    let user: User
    let subscription: Subscription
    var instance: ServiceInstance
    var volume: Volume

    /// Worlds with other numbers have nothing in common.
    init(_ number: Int = 1) {
        user = User(
            id: UserID("user-\(number)"), email: "ada-\(number)@example.org", name: "Ada",
            role: .customer, passwordHash: "hash", mustChangePassword: false,
            createdAt: Self.start)
        subscription = Subscription(
            id: SubscriptionID("subscription-\(number)"), customerID: user.id,
            service: "notes", variant: "Basic", createdAt: Self.start)
        instance = ServiceInstance(
            id: InstanceID("instance-\(number)"), subscriptionID: subscription.id,
            customerID: user.id, name: "notes-\(number)",
            spec: WorkloadSpec(of: Fixtures.notes, variant: Fixtures.variant),
            hostPort: 20_000 + number, createdAt: Self.start)
        volume = Volume(
            id: VolumeID("volume-\(number)"), instanceID: instance.id,
            template: Fixtures.notes.volumes[0], generation: 1, size: Bytes(250 << 20),
            claim: ClaimName("hf-test-notes-\(number)-data-g1"), createdAt: Self.start)
    }

    func operation(
        _ id: String, _ kind: Operation.Kind = .restart, state: Operation.State = .pending
    ) -> Operation {
        Operation(
            id: OperationID(id), kind: kind, instanceID: instance.id,
            subscriptionID: subscription.id, customerID: user.id, requestedBy: "user-1",
            state: state, createdAt: Self.start,
            endedAt: state.isEnded ? Self.start + .seconds(9) : nil,
            deadline: Self.start + .seconds(600))
    }

    func ticket(
        _ id: String = "ticket-1", uid: String? = "uid-1", notBefore: Instant = start
    ) -> DestructionTicket.Record {
        DestructionTicket.Record(
            id: TicketID(id), volumeID: volume.id, instanceID: instance.id,
            claim: volume.claim, uid: uid.map(ClaimUID.init), reason: .reset,
            issuedBy: user.id.rawValue, confirmation: instance.name, lastBackup: .waived("a test"),
            issuedAt: Self.start, notBefore: notBefore)
    }

    func insert(into store: any StoreWriter) throws {
        try store.insert(user)
        try store.insert(subscription)
        try store.insert(instance)
        try store.insert(volume)
    }

    /// The world with its volume seen, retired, and ticketed for destruction.
    func retired(with ticket: DestructionTicket.Record? = nil, in store: any Store) async throws {
        try await store.write { writer in
            try insert(into: writer)
            var volume = volume
            volume.uid = ClaimUID("uid-1")
            volume.state = .retired
            volume.retiredAt = Self.start
            try writer.update(volume)
            try writer.insert(ticket ?? self.ticket())
        }
    }
}
