import Synchronization

@testable import CLI

/// A terminal whose person types what the test says.
final class StubTerminal: Terminal {
    struct State {
        var output = ""
        var complaints = ""
        var typed: [String]
        var secrets: [String]
        var notes: [String?] = []
    }

    let showsOutput: Bool
    let showsErrors: Bool
    let canAsk: Bool
    let width = 60
    private let state: Mutex<State>

    init(
        showsOutput: Bool, showsErrors: Bool, canAsk: Bool, typed: [String], secrets: [String]
    ) {
        self.showsOutput = showsOutput
        self.showsErrors = showsErrors
        self.canAsk = canAsk
        state = Mutex(State(typed: typed, secrets: secrets))
    }

    var output: String { state.withLock { $0.output } }
    var complaints: String { state.withLock { $0.complaints } }
    var notes: [String?] { state.withLock { $0.notes } }

    func write(_ text: String) { state.withLock { $0.output += text } }
    func complain(_ text: String) { state.withLock { $0.complaints += text } }
    func noteOnInterrupt(_ note: String?) { state.withLock { $0.notes.append(note) } }

    func readLine() -> String? {
        state.withLock { $0.typed.isEmpty ? nil : $0.typed.removeFirst() }
    }

    func readSecretLine() -> String? {
        state.withLock { $0.secrets.isEmpty ? nil : $0.secrets.removeFirst() }
    }
}
