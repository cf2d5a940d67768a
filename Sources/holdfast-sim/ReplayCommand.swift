import ArgumentParser
import Foundation
import Simulation

/// `holdfast-sim replay`
struct ReplayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay", abstract: "Play one episode, and tell its story.")

    @Argument(help: "Its seed.")
    var seed: UInt64 = 1

    @Option(help: "In which world the seed is played.")
    var world = World.docker

    @Option(help: "A file with its script, instead of a seed.")
    var file: String?

    @Flag(help: "Make it as short as it can be with the same invariant broken.")
    var shrink = false

    @Flag(help: "Go on until all windows and graces are over, and compare.")
    var long = false

    @Option(help: "Where to keep the script.")
    var save: String?

    func run() throws {
        let laboratory = try Laboratory()
        var script = try script()
        let broken = try laboratory.play(script).violations.first
        if shrink, let broken {
            var shrinker = Shrinker(script, breaking: broken.invariant, in: laboratory)
            shrinker.run()
            script = shrinker.best
        }
        try Story(of: script, isLong: long, in: laboratory).print()
        if long {
            let comparison = try Comparison(script, in: laboratory)
            Teller.say(comparison.isComparable ? "Compared." : "Not to be compared.")
            for violation in comparison.violations { Teller.say("Broken: \(violation)") }
        }
        if let save { try Story.save(script, in: save) }
        if broken != nil { throw ExitCode(3) }
    }

    private func script() throws -> Script {
        guard let file else { return Script(seed: seed, in: world) }
        return try JSONDecoder().decode(Script.self, from: Data(contentsOf: URL(filePath: file)))
    }
}
