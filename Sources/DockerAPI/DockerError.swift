/// Why a Docker engine did not do what was asked.
package enum DockerError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Nobody answered, or not in time; why, and what to do.
    case unreachable(String)
    /// The engine answered with an error, told in its own words.
    case refused(status: Int, message: String)
    /// What came back was not what the API promises, or broke off.
    case broken(String)
    /// The task that asked was cancelled.
    case cancelled

    package var description: String {
        switch self {
        case .unreachable(let why): why
        case .refused(let status, let message): "\(message) (\(status))"
        case .broken(let what): "the engine's answer could not be understood: \(what)"
        case .cancelled: "the request was cancelled"
        }
    }

    /// The status of a refusal.
    package var status: Int? {
        if case .refused(let status, _) = self { status } else { nil }
    }
}
