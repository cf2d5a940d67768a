/// Why an API server did not do what was asked.
package enum KubernetesError: Error, Equatable, Sendable, CustomStringConvertible {
    /// Nobody answered, or not in time; why, and what to do. What was asked may have been done.
    case unreachable(String)
    /// The server's own refusal.
    case refused(StatusAnswer)
    /// What came back was not what the API promises, or broke off.
    case broken(String)
    /// What this program must not ask for, or cannot; nothing was sent.
    case impossible(String)
    /// The task that asked was cancelled.
    case cancelled

    package var description: String {
        switch self {
        case .unreachable(let why): why
        case .refused(let status):
            "\(status.message ?? status.reason ?? "the API server refused") (\(status.code))"
        case .broken(let what): "the API server's answer could not be understood: \(what)"
        case .impossible(let why): why
        case .cancelled: "the request was cancelled"
        }
    }

    /// The HTTP status of a refusal.
    package var code: Int? {
        if case .refused(let status) = self { status.code } else { nil }
    }

    package var reason: String? {
        if case .refused(let status) = self { status.reason } else { nil }
    }
}
