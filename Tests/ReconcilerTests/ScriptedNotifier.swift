import Domain
import Synchronization

/// Delivers as a test says, and keeps what it was given.
final class ScriptedNotifier: Notifier {
    typealias Script =
        @Sendable (_ notice: Notice, _ attempt: Int) async throws(DeliveryFailure) -> Void

    private struct State {
        var tried: [Notice] = []
        var atOnce = 0
        var most = 0
        var script: Script
    }

    private let state: Mutex<State>

    init(_ script: @escaping Script = { _, _ throws(DeliveryFailure) in }) {
        state = Mutex(State(script: script))
    }

    /// Every notice that it was given, as often as it was.
    var tried: [String] { state.withLock { $0.tried.map(\.id.rawValue) } }
    /// The most that it had at a time.
    var most: Int { state.withLock(\.most) }

    func follow(_ script: @escaping Script) { state.withLock { $0.script = script } }

    func deliver(_ notice: Notice) async throws(DeliveryFailure) {
        let (script, attempt) = state.withLock { state in
            state.tried.append(notice)
            state.atOnce += 1
            state.most = max(state.most, state.atOnce)
            return (state.script, state.tried.count { $0.id == notice.id })
        }
        defer { state.withLock { $0.atOnce -= 1 } }
        try await script(notice, attempt)
    }

    /// Never answers, until it is told to stop.
    static let hangs: Script = { _, _ throws(DeliveryFailure) in
        do { try await Task.sleep(for: .seconds(3600)) } catch { throw .later("broken off") }
    }
}
