/// A claim, as far as it is looked at here.
package struct PersistentVolumeClaim: Decodable, Equatable, Sendable {
    package struct Spec: Decodable, Equatable, Sendable {
        package struct Resources: Decodable, Equatable, Sendable {
            package var requests: [String: String]?
        }

        package var storageClassName: String?
        /// Set once it is bound.
        package var volumeName: String?
        package var resources: Resources?
    }

    package struct Status: Decodable, Equatable, Sendable {
        /// `Pending`, `Bound`, `Lost`; still `Bound` while it is being deleted.
        package var phase: String?
        package var capacity: [String: String]?
        package var conditions: [Condition]?
        /// How far an enlargement is: `ControllerResizeInProgress`, `NodeResizeInfeasible`…
        package var allocatedResourceStatuses: [String: String]?
    }

    package var metadata: ObjectMeta
    package var spec: Spec
    package var status: Status?

    package var isBound: Bool { status?.phase == "Bound" && spec.volumeName != nil }
}
