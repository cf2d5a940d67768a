import Domain

/// What people were told once, and rely on.
struct Promises: Sendable {
    /// A subscription may end more than once.
    struct Ending: Hashable {
        var subscription: SubscriptionID
        var endedAt: Instant
    }

    struct Paid: Sendable {
        var until: Instant
        var seen: Duration
        var left: Duration
    }

    /// The end of grace, as it was told with the ending.
    var graces: [Ending: Instant] = [:]
    /// Until when it is paid for, and for how long that was when it was first seen.
    var paid: [SubscriptionID: Paid] = [:]
    /// How large a volume is.
    var sizes: [VolumeID: Bytes] = [:]
    /// By which port people know a service.
    var ports: [InstanceID: Int] = [:]
    /// How operations have ended.
    var ends: [OperationID: Operation.State] = [:]
    /// What ran when a restart was asked for, by the number of the request.
    var runs: [Int: RunID] = [:]
    /// The volumes that a service has, and those of before its last reset or undo.
    var volumes: [InstanceID: Set<VolumeID>] = [:]
    var before: [InstanceID: Set<VolumeID>] = [:]
    var operationsSeen: Set<OperationID> = []
    var papersSeen: Set<TicketID> = []
    /// Tickets of which the audit was seen to say that they have begun.
    var begun: Set<TicketID> = []
}
