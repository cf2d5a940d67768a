import Domain
import Synchronization

/// What must be nowhere, and everything where it might be.
final class Cage: Sendable {
    private struct State {
        var canaries: [String: String] = [:]
        var places: [String: String] = [:]
    }

    private let state = Mutex(State())

    /// Something that nobody may find; short ones would be found by chance.
    func plant(_ canary: String?, as name: String) {
        guard let canary, canary.count >= 8 else { return }
        state.withLock { state in
            let isNew = !state.canaries.values.contains(canary)
            if isNew { state.canaries["\(state.canaries.count + 1): \(name)"] = canary }
        }
    }

    /// A text that strangers, admins or operators may read.
    func search(_ text: String, in place: String) {
        state.withLock { $0.places[place, default: ""] += text + "\n" }
    }

    var names: [String] { state.withLock { $0.canaries.keys.sorted() } }

    var places: [String] { state.withLock { $0.places.keys.sorted() } }

    /// Which were found, and where.
    var found: [String] {
        let state = state.withLock(\.self)
        return state.canaries.flatMap { name, canary in
            state.places.filter { $0.value.contains(canary) }.map { "\(name) in \($0.key)" }
        }.sorted()
    }
}
