import ArgumentParser

/// Holdfast with its API, store and reconciler, on an engine that lives in memory. Each command
/// prints one line of JSON.
@main struct HoldfastBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holdfast-bench", abstract: "Measure Holdfast without an engine.",
        subcommands: [IdleBench.self, MemoryBench.self, SweepBench.self])
}
