/// A request that failed, with all by which it is decided whether to try again.
struct Setback: Error, Equatable {
    var error: KubernetesError
    /// What the server said about when to come again.
    var retryAfter: Duration?
    /// The connection ended before an answer came, as one does that the server gave up just when
    /// it was used again.
    var isDropped = false

    var outcome: Pace.Outcome {
        switch error.code {
        case 429? where !isBudget: .overloaded(retryAfter)
        case 503?: .overloaded(retryAfter)
        case let code? where code < 500: .done
        case .some, .none: .failed
        }
    }

    /// An eviction that a disruption budget does not allow now has the status of an overload.
    ///
    /// Source: https://kubernetes.io/docs/concepts/scheduling-eviction/api-eviction/
    private var isBudget: Bool {
        guard case .refused(let status) = error else { return false }
        return status.details?.causes?.contains { $0.reason == "DisruptionBudget" } == true
    }
}

extension Setback {
    /// How often a request is sent, at most.
    static let attempts = 5

    /// How long to wait until the request is sent again; `nil` to give it up.
    ///
    /// - Parameters:
    ///   - attempt: How often it was sent.
    ///   - isRepeatable: Whether doing it twice is as doing it once. What was refused with 429
    ///     was not done at all, and so may be repeated in any case.
    ///   - chance: From 0 to 1, so that not all come again at once.
    func pause(attempt: Int, isRepeatable: Bool, chance: Double) -> Duration? {
        guard attempt < Self.attempts else { return nil }
        let isOverload = error.code == 429 && outcome != .done
        let isPassing = isDropped || error.code == 503 || (isServers && retryAfter != nil)
        guard isOverload || isRepeatable && isPassing else { return nil }
        let pause = Backoff.pause(after: attempt, chance: chance)
        return max(pause, min(retryAfter ?? .zero, Pace.longestPause))
    }

    private var isServers: Bool { (error.code ?? 0) >= 500 }
}
