/// A pod, as far as it is looked at here.
package struct Pod: Decodable, Equatable, Sendable {
    package struct Volume: Decodable, Equatable, Sendable {
        package struct Claim: Decodable, Equatable, Sendable { package var claimName: String }

        package var persistentVolumeClaim: Claim?
    }

    package struct Spec: Decodable, Equatable, Sendable {
        package var nodeName: String?
        package var volumes: [Volume]?
    }

    package struct ContainerState: Decodable, Equatable, Sendable {
        package struct Waiting: Decodable, Equatable, Sendable {
            package var reason: String?
            package var message: String?
        }

        package struct Running: Decodable, Equatable, Sendable { package var startedAt: String? }

        package struct Terminated: Decodable, Equatable, Sendable {
            package var exitCode: Int?
            package var reason: String?
        }

        package var waiting: Waiting?
        package var running: Running?
        package var terminated: Terminated?
    }

    package struct ContainerStatus: Decodable, Equatable, Sendable {
        package var name: String
        package var ready: Bool?
        package var restartCount: Int?
        package var state: ContainerState?
        package var lastState: ContainerState?
    }

    package struct Status: Decodable, Equatable, Sendable {
        /// `Pending`, `Running`, `Succeeded`, `Failed`, `Unknown`.
        package var phase: String?
        package var reason: String?
        package var message: String?
        package var conditions: [Condition]?
        package var containerStatuses: [ContainerStatus]?
        package var initContainerStatuses: [ContainerStatus]?
    }

    package var metadata: ObjectMeta
    package var spec: Spec
    package var status: Status?

    /// The names of the claims that it mounts.
    package var claims: [String] {
        (spec.volumes ?? []).compactMap { $0.persistentVolumeClaim?.claimName }
    }

    /// Whether all its processes have ended, and none starts again.
    package var hasEnded: Bool { ["Succeeded", "Failed"].contains(status?.phase ?? "") }
}
