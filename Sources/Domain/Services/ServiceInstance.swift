/// The running thing of one subscription, as it is wished; volumes are rows of their own.
package struct ServiceInstance: Equatable, Sendable {
    /// The end that was asked for, never the way there.
    package enum Wish: String, Sendable, CaseIterable { case running, stopped, erased }

    package var id: InstanceID
    package var subscriptionID: SubscriptionID
    package var customerID: UserID
    /// Unique, and typed by people to confirm a reset: `isso-4k7m2p9x`.
    package var name: String
    package var wish: Wish
    package var spec: WorkloadSpec
    /// What the last update or rollback replaced; a rollback brings it back.
    package var previousSpec: WorkloadSpec?
    /// The port of the host on which the service is reached; chosen once and kept.
    package var hostPort: Int
    /// Which generation of volumes and secrets is attached.
    package var generation: Int
    /// Counts the restarts that were asked for, and those that have been seen done.
    package var restartsWanted: Int
    package var restartsDone: Int
    /// The run that the pending restart is to replace, once it is known.
    package var restartFrom: RunID?
    package var createdAt: Instant

    package init(
        id: InstanceID, subscriptionID: SubscriptionID, customerID: UserID, name: String,
        wish: Wish = .running, spec: WorkloadSpec, previousSpec: WorkloadSpec? = nil,
        hostPort: Int, generation: Int = 1,
        restartsWanted: Int = 0, restartsDone: Int = 0, restartFrom: RunID? = nil,
        createdAt: Instant
    ) {
        self.id = id
        self.subscriptionID = subscriptionID
        self.customerID = customerID
        self.name = name
        self.wish = wish
        self.spec = spec
        self.previousSpec = previousSpec
        self.hostPort = hostPort
        self.generation = generation
        self.restartsWanted = restartsWanted
        self.restartsDone = restartsDone
        self.restartFrom = restartFrom
        self.createdAt = createdAt
    }
}
