import ArgumentParser

/// `holdfast-bench idle`
struct IdleBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "idle",
        abstract: "Measure what looking after services costs while nothing happens.")

    @Option(help: "How many services there are.")
    var instances = 1000

    @Option(help: "For how many seconds to watch; at least twice the look interval.")
    var seconds = 60

    @OptionGroup var offer: Offer

    func run() async throws {
        let house = try await House(offer)
        try await house.populate(instances)
        let figures = try await house.run { try await house.watch(instances, seconds) }
        try Report.print(figures)
    }
}
