/// Something that befell an instance, for its owner to read; an alert also wants a person.
package struct InstanceEvent: Equatable, Sendable {
    package enum Severity: String, Sendable, CaseIterable { case info, warning, alert }

    /// Given by the store, counting up; 0 before it is kept.
    package var sequence: Int64
    package var instanceID: InstanceID
    package var at: Instant
    package var severity: Severity
    /// Stable, for programs: `volume-lost`, `workload-restored`.
    package var kind: String
    package var message: String

    package init(
        sequence: Int64 = 0, instanceID: InstanceID, at: Instant, severity: Severity,
        kind: String, message: String
    ) {
        self.sequence = sequence
        self.instanceID = instanceID
        self.at = at
        self.severity = severity
        self.kind = kind
        self.message = message
    }
}
