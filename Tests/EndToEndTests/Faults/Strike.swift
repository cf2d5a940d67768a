import RealWorld
import Synchronization
import TestSupport

/// Kills Holdfast at one of its requests to the API server.
final class Strike: Sendable {
    enum Side: String, CaseIterable, Sendable {
        /// Of whatever it asks for.
        case beforeItIsSent = "before it was sent on"
        /// Of whatever changes something: of an answer that only tells, the loss is the same.
        case afterItIsTaken = "after it was taken"
    }

    private struct State {
        var seen = 0
        var hasFallen = false
    }

    private let number: Int
    private let side: Side
    private let kill: @Sendable () async -> Void
    private let state = Mutex(State())

    /// - Parameter number: From 1 on; of those that the side speaks of.
    init(at number: Int, _ side: Side, kill: @Sendable @escaping () async -> Void) {
        self.number = number
        self.side = side
        self.kill = kill
    }

    var hasFallen: Bool { state.withLock(\.hasFallen) }

    func fault(for request: ModelRequest) async -> Fault? {
        guard counts(request), isTheOne() else { return nil }
        switch side {
        case .beforeItIsSent:
            await kill()
            return .neverSent
        case .afterItIsTaken: return .answerLost(then: kill)
        }
    }

    /// Whether the server is there is asked all the time, and belongs to no verb.
    private func counts(_ request: ModelRequest) -> Bool {
        switch side {
        case .beforeItIsSent: !request.isWatch && request.path != "/version"
        case .afterItIsTaken: request.isWrite
        }
    }

    private func isTheOne() -> Bool {
        state.withLock { state in
            state.seen += 1
            guard state.seen == number else { return false }
            state.hasFallen = true
            return true
        }
    }
}
