import ArgumentParser
import Simulation

/// Holdfast's own code in a model of the world in which all goes wrong that can.
@main struct HoldfastSim: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "holdfast-sim",
        abstract: "Play Holdfast through bad times, by seed.",
        subcommands: [RunCommand.self, ReplayCommand.self, ExhaustiveCommand.self],
        defaultSubcommand: RunCommand.self)
}
