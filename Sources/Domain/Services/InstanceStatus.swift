/// What was last seen of an instance; rewritten only when it changes.
package struct InstanceStatus: Equatable, Sendable {
    package var instanceID: InstanceID
    package var phase: Phase
    /// For people: why it is in this phase, when that is not plain.
    package var message: String?
    /// Since when phase and message are what they are.
    package var since: Instant
    /// Set once the instance has been ready for the first time.
    package var firstReadyAt: Instant?

    package init(
        instanceID: InstanceID, phase: Phase, message: String?, since: Instant,
        firstReadyAt: Instant? = nil
    ) {
        self.instanceID = instanceID
        self.phase = phase
        self.message = message
        self.since = since
        self.firstReadyAt = firstReadyAt
    }
}
