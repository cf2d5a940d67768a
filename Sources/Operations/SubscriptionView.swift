package import Domain

/// A subscription with everything that its owner wants to see beside it, from one moment.
package struct SubscriptionView: Sendable {
    package var subscription: Subscription
    package var instance: ServiceInstance
    package var status: InstanceStatus?
    package var volumes: [Volume]
    /// The last measurements of the volumes.
    package var usage: [VolumeUsage]
    package var tickets: [DestructionTicket.Record]
    /// The one operation that is not ended, if there is one.
    package var operation: Operation?
    package var engine: EngineHealth?
    /// What the catalog has now that the instance has not.
    package var update: AvailableUpdate?
}
