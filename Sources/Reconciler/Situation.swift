import Domain

/// All that is known about one instance, read in one transaction.
struct Situation: Sendable {
    var instance: ServiceInstance
    var desired: Desired
    var status: InstanceStatus?
    /// The operation that this wish belongs to, if it is not ended.
    var operation: Operation?
    var now: Instant
}
