import ArgumentParser
import Foundation

/// Holdfast with its API, store and reconciler, on an engine that lives in memory: what it costs
/// to look after so many services while nothing happens. Prints one line of JSON.
@main struct HoldfastBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holdfast-bench",
        abstract: "Measure what looking after services costs while nothing happens.")

    @Option(help: "How many services there are.")
    var instances = 1000

    @Option(help: "For how many seconds to watch; at least twice the look interval.")
    var seconds = 60

    @Option(help: "The folder with the catalog's files.")
    var catalog = "catalog"

    @Option(help: "Which of its services to run.")
    var service = "n8n"

    func run() async throws {
        let house = try await House(catalog: catalog, service: service)
        try await house.populate(instances)
        let figures = try await house.run { try await house.watch(instances, seconds) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        FileHandle.standardOutput.write(try encoder.encode(figures) + Data("\n".utf8))
    }
}
