import ArgumentParser
import Simulation

/// `holdfast-sim run`
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Play many episodes, each from a seed of its own.")

    @Option(help: "How many episodes.")
    var episodes = 100

    @Option(help: "The seed of the first; the next ones follow.")
    var seed: UInt64 = 1

    func run() throws {
        let laboratory = try Laboratory()
        let start = ContinuousClock.now
        var (faults, calls, steps, acts, destroyed, asked) = (0, 0, 0, 0, 0, 0)
        for number in 0..<UInt64(episodes) {
            let outcome = try laboratory.play(Script(seed: seed + number))
            faults += outcome.faultsMet
            calls += outcome.calls
            steps += outcome.steps
            acts += outcome.acts
            destroyed += outcome.destroyed
            asked += outcome.acknowledged
            if !outcome.violations.isEmpty { print("seed \(seed + number): \(outcome.violations)") }
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print("\(Double(episodes) / seconds)/s faults \(faults) calls \(calls) steps \(steps) acts \(acts) destroyed \(destroyed) acked \(asked)")
    }
}
