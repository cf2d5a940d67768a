import ArgumentParser
import Simulation

/// `holdfast-sim run`
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Play many episodes, each from a seed of its own.")

    @Option(help: "How many episodes.")
    var episodes = 1000

    @Option(help: "The seed of the first; the next ones follow.")
    var seed: UInt64 = 1

    @OptionGroup var manner: Manner

    func run() throws {
        let start = ContinuousClock.now
        let scripts = SeededScripts(from: seed, count: episodes, in: manner.world)
        let figures = try manner.campaign.run(scripts) { outcome in
            Teller.say("seed \(outcome.script.seed): \(outcome.violations.map(\.description))")
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        Teller.say(
            """
            episodes \(figures.episodes), operations asked \(figures.operations), acknowledged \
            \(figures.acknowledged), calls \(figures.calls), faults met \(figures.faults), acts \
            \(figures.acts), volumes destroyed \(figures.destroyed), played twice \
            \(figures.repeated), compared \(figures.compared), bad \(figures.bad.count); \
            \(Int(Double(figures.episodes) / seconds)) episodes a second
            """)
        try manner.end(with: figures.bad)
    }
}
