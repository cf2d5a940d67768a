/// One SIGKILL: at whom, when, and for how long the killed stays away.
struct Blow: Equatable, Sendable {
    enum Target: String, CaseIterable, Sendable {
        /// The process of `holdfast serve`.
        case holdfast
        /// Every process of the service's container.
        case container
        case daemon
        case daemonAndContainerd = "daemon and containerd"
    }

    var target: Target
    /// In milliseconds after the verb was sent.
    var after: Int
    /// How many milliseconds the killed stays away; a container's return is the engine's affair.
    var absence: Int
    /// Whether Holdfast comes back with an undo window so short that what it retires is soon
    /// destroyed for good.
    var isHasty: Bool
}

extension Blow: CustomStringConvertible {
    var description: String {
        let back =
            switch target {
            case .container: ""
            case .holdfast: " for \(absence) ms" + (isHasty ? ", back with a short window" : "")
            case .daemon, .daemonAndContainerd: " for \(absence) ms"
            }
        return "\(target.rawValue) at \(after) ms\(back)"
    }
}
