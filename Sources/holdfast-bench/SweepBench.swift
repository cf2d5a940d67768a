import ArgumentParser

/// `holdfast-bench sweep`
struct SweepBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: "Measure a sweep over subscriptions of which none is due.")

    @Option(help: "How many subscriptions there are.")
    var subscriptions = 1_000_000

    @Option(help: "How many sweeps to measure.")
    var sweeps = 100

    @OptionGroup var offer: Offer

    func run() async throws {
        let house = try await House(offer)
        try await house.subscribe(subscriptions)
        let plane = house.plane
        var figures = SweepFigures(subscriptions: subscriptions)
        for _ in 1...sweeps {
            let start = ContinuousClock.now
            figures.due += try await plane.sweep().count
            figures.milliseconds.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        try Report.print(figures)
    }
}
