import Dispatch
import Synchronization

/// Plays many episodes, on several threads, each from a seed of its own.
package struct Campaign: Sendable {
    package struct Figures: Sendable {
        package var episodes = 0
        package var operations = 0
        package var acknowledged = 0
        package var calls = 0
        package var faults = 0
        package var acts = 0
        package var destroyed = 0
        /// Played a second time, to see whether all went the same way.
        package var repeated = 0
        /// Compared with what the same wishes come to when nothing goes wrong.
        package var compared = 0
        package var bad: [Outcome] = []

        mutating func count(_ outcome: Outcome) {
            episodes += 1
            operations += outcome.script.operations
            acknowledged += outcome.acknowledged
            calls += outcome.calls.reduce(0, +)
            faults += outcome.faultsMet
            acts += outcome.acts
            destroyed += outcome.destroyed
            if !outcome.violations.isEmpty { bad.append(outcome) }
        }
    }

    /// Every so many episodes one is played twice.
    private static let stride = 20

    private let threads: Int
    /// After so many bad ones it is over.
    private let patience: Int

    package init(threads: Int, patience: Int = 10) {
        self.threads = max(1, threads)
        self.patience = patience
    }

    /// - Parameter tell: Hears of each bad episode at once.
    package func run(
        _ scripts: some Collection<Script> & Sendable,
        tell: @Sendable @escaping (Outcome) -> Void = { _ in }
    ) throws -> Figures {
        let figures = Mutex(Figures())
        let next = Mutex(0)
        let failure = Mutex<(any Error)?>(nil)
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            do {
                let laboratory = try Laboratory()
                while let number = take(next, scripts.count, figures) {
                    let script = scripts[scripts.index(scripts.startIndex, offsetBy: number)]
                    let outcome = try play(script, number, in: laboratory, figures)
                    if !outcome.violations.isEmpty { tell(outcome) }
                }
            } catch {
                failure.withLock { $0 = error }
            }
        }
        if let failure = failure.withLock({ $0 }) { throw failure }
        return figures.withLock(\.self)
    }

    private func take(
        _ next: borrowing Mutex<Int>, _ end: Int, _ figures: borrowing Mutex<Figures>
    ) -> Int? {
        guard figures.withLock({ $0.bad.count < patience }) else { return nil }
        return next.withLock { next in
            guard next < end else { return nil }
            defer { next += 1 }
            return next
        }
    }

    private func play(
        _ script: Script, _ number: Int, in laboratory: Laboratory,
        _ figures: borrowing Mutex<Figures>
    ) throws -> Outcome {
        var outcome = try laboratory.play(script)
        let isRepeated = number % Self.stride == 0
        if isRepeated, try laboratory.play(script).hash != outcome.hash {
            outcome.violations.append(
                Violation(
                    invariant: .repeatable, what: "a second time it went another way", at: .zero))
        }
        let comparison = isRepeated ? try Comparison(script, in: laboratory) : nil
        outcome.violations += comparison?.violations ?? []
        figures.withLock { [outcome] figures in
            figures.count(outcome)
            figures.repeated += isRepeated ? 1 : 0
            figures.compared += comparison?.isComparable ?? false ? 1 : 0
        }
        return outcome
    }
}
