import Domain

/// One process of the program, from its start to its end. What a dead one asks has no effect.
final class Life: Sendable {
    let number: Int
    private let ending: AsyncStream<Never>
    private let bell: AsyncStream<Never>.Continuation
    private let state = LifeState()

    init(number: Int) {
        self.number = number
        (ending, bell) = AsyncStream.makeStream(of: Never.self)
    }

    var isAlive: Bool { state.isAlive }

    /// Whether it has opened the database, and answers people.
    var isOpen: Bool {
        get { state.isAlive && state.isOpen }
        set { state.isOpen = newValue }
    }

    func end() {
        state.isAlive = false
        bell.finish()
    }

    func waitForEnd() async { for await _ in ending {} }
}

private final class LifeState: @unchecked Sendable {
    // Unchecked: it is touched by the thread alone that drives the executor.
    var isAlive = true
    var isOpen = false
}
