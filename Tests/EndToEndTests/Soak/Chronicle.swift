import Foundation
import Synchronization

/// Writes down what happens, in one order: for the judge as a history, for people as a story.
final class Chronicle: Sendable {
    private struct State {
        var moment = 0
        var history = History()
        var story: [String] = []
        var lastRow = 0
        var strikes: [String: Int] = [:]
        var heeded: [String: Int] = [:]
    }

    private let state = Mutex(State())
    private let start = ContinuousClock.now

    var history: History { state.withLock(\.history) }

    /// How often each target was killed.
    var strikes: [String: Int] { state.withLock(\.strikes) }

    /// How often which advice was followed.
    var heeded: [String: Int] { state.withLock(\.heeded) }

    /// The last lines for people.
    func story(lines: Int) -> String {
        state.withLock { $0.story.suffix(lines) }.joined(separator: "\n")
    }

    /// A moment after all that was written down, and before all that will be.
    func moment() -> Int {
        state.withLock { state in
            state.moment += 1
            return state.moment
        }
    }

    func note(_ text: String) {
        let since = start.duration(to: .now).formatted(
            .units(allowed: [.seconds], fractionalPart: .show(length: 3)))
        state.withLock { $0.story.append("\($0.moment) (\(since)) \(text)") }
    }

    /// A number that no row has yet.
    func nextRow() -> Int {
        state.withLock { state in
            state.lastRow += 1
            return state.lastRow
        }
    }

    func acknowledge(row number: Int, of service: String, sent: Int) {
        state.withLock { state in
            state.moment += 1
            state.history.rows.append(
                .init(number: number, service: service, span: sent...state.moment))
        }
    }

    func see(_ runs: [String: Set<String>]) {
        let isNews = state.withLock { state in
            guard state.history.sightings.last?.runs ?? [:] != runs else { return false }
            state.moment += 1
            state.history.sightings.append(.init(moment: state.moment, runs: runs))
            return true
        }
        if isNews {
            let lines = runs.sorted { $0.key < $1.key }.map { "\($0.key) by \($0.value.sorted())" }
            note("mounted: \(lines.joined(separator: ", "))")
        }
    }

    func hear(_ word: History.Word) {
        state.withLock { $0.history.words.append(word) }
        note("era \(word.era): \(word.kind) \(word.container) of \(word.instance)")
    }

    func strike(_ target: Blow.Target, _ what: String) {
        state.withLock { $0.strikes[target.rawValue, default: 0] += 1 }
        note("KILLED \(what)")
    }

    func heed(_ advice: String) {
        state.withLock { $0.heeded[advice, default: 0] += 1 }
        note("AS ADVISED, \(advice)")
    }

    /// - Parameter sent: When the order was sent that may have brought this volume.
    func attach(_ claim: String, to service: String, sent: Int) {
        state.withLock { state in
            state.moment += 1
            let open = state.history.tenures.lastIndex { $0.service == service && $0.until == nil }
            if let open {
                if state.history.tenures[open].claim == claim { return }
                state.history.tenures[open].until = state.moment
            }
            state.history.tenures.append(.init(service: service, claim: claim, from: sent))
        }
    }

    func keep(_ order: History.Order) {
        state.withLock { state in
            let known = state.history.orders.firstIndex { $0.id == order.id }
            if let known {
                state.history.orders[known] = order
            } else {
                state.history.orders.append(order)
            }
        }
        note("\(order.kind) \(order.id) is \(order.state): \(order.message ?? "")")
    }
}
