import Domain
import TestSupport

/// Rows for tests of the database itself.
enum StoreFixtures {
    static let at = Instant(milliseconds: 1_767_225_600_000)

    static func user(_ number: Int = 1) -> User {
        User(
            id: UserID("user-\(number)"), email: "ada-\(number)@example.org", name: "Ada",
            role: .customer, passwordHash: "hash", mustChangePassword: false, createdAt: at)
    }

    /// At least one row in every table.
    static func fill(_ store: any Store) async throws {
        try await store.write { writer in
            try writer.insert(user())
            try insertService(writer)
            try insertHistory(writer)
        }
    }

    private static func insertService(_ writer: any StoreWriter) throws {
        let instance = ServiceInstance(
            id: InstanceID("instance-1"), subscriptionID: SubscriptionID("subscription-1"),
            customerID: user().id, name: "notes-1",
            spec: WorkloadSpec(of: Fixtures.notes, variant: Fixtures.variant),
            hostPort: 20_001, createdAt: at)
        let volume = Volume(
            id: VolumeID("volume-1"), instanceID: instance.id,
            template: VolumeTemplate(name: "data", mountPath: "/data"), generation: 1,
            size: Bytes(250 << 20), claim: ClaimName("claim-1"), uid: ClaimUID("uid-1"),
            state: .retired, createdAt: at)
        try writer.insert(
            Subscription(
                id: instance.subscriptionID, customerID: user().id, service: "notes",
                variant: "Basic", createdAt: at))
        try writer.insert(instance)
        try writer.insert(volume)
        try writer.insert(
            InstanceSecret(instanceID: instance.id, generation: 1, name: "KEY", value: "k"))
        try writer.insert(
            DestructionTicket.Record(
                id: TicketID("ticket-1"), volumeID: volume.id, instanceID: instance.id,
                claim: volume.claim, uid: volume.uid, reason: .reset, issuedBy: "user-1",
                confirmation: "notes-1", lastBackup: .waived("a test"), issuedAt: at, notBefore: at)
        )
    }

    private static func insertHistory(_ writer: any StoreWriter) throws {
        let operation = Operation(
            id: OperationID("operation-1"), kind: .reset, instanceID: InstanceID("instance-1"),
            subscriptionID: SubscriptionID("subscription-1"), customerID: user().id,
            requestedBy: "user-1", createdAt: at, deadline: at)
        try writer.insert(operation)
        try writer.append("first step", to: operation.id)
        try writer.append(
            InstanceEvent(
                instanceID: operation.instanceID, at: at, severity: .info, kind: "kind",
                message: "message"))
        try writer.append(
            AuditEvent(
                at: at, actor: .system, action: "act", subject: "user", subjectID: "user-1"))
    }
}
