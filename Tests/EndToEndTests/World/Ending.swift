import Synchronization

/// How a process ended, for all who wait for it.
final class Ending: Sendable {
    private struct State {
        var code: Int32?
        var waiting: [CheckedContinuation<Int32, Never>] = []
    }

    private let state = Mutex(State())

    /// Its exit code, or 128 and the signal that ended it.
    var code: Int32 {
        get async {
            await withCheckedContinuation { continuation in
                let known = state.withLock { state in
                    if state.code == nil { state.waiting.append(continuation) }
                    return state.code
                }
                if let known { continuation.resume(returning: known) }
            }
        }
    }

    var hasCome: Bool { state.withLock { $0.code != nil } }

    func come(_ code: Int32) {
        let waiting = state.withLock { state in
            state.code = code
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: code) }
    }
}
